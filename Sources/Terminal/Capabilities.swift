/// What this terminal can show, worked out from its surroundings before it is touched.
public struct Capabilities: Sendable, Equatable {
  /// The terminfo entry in use, which may stand in for the one that `TERM` names.
  public let terminal: String
  /// The host does not know the terminal; this program does.
  let isBuiltIn: Bool
  /// The locale for characters.
  public let locale: String
  public let tier: ColorTier
  /// Characters beyond ASCII may be drawn.
  public let unicode: Bool
  /// Neither blocks nor braille can be counted on.
  public let prefersASCIIPlot: Bool
  /// Something the person should know, in one line.
  public let remark: String?

  /// Characters that are two columns wide may be drawn.
  var drawsWide: Bool { !prefersASCIIPlot }

  /// - Throws: `TerminalError` when no screen can be shown on such a terminal.
  public init(
    environment: [String: String], options: TerminalOptions, host: Host
  ) throws(TerminalError) {
    let entry = try TerminfoEntry(environment["TERM"], host: host)
    let characters = CharacterLocale(environment: environment, host: host)
    terminal = entry.name
    remark = entry.remark
    isBuiltIn = entry.facts.isBuiltIn
    locale = characters.name
    unicode = characters.isUTF8 && !options.ascii
    tier =
      Self.wantsColor(environment: environment, choice: options.color)
      ? ColorTier(entry.facts, of: entry.name) : .mono
    prefersASCIIPlot = !unicode || Self.lacksPlotCharacters(entry.name)
  }

  private static func wantsColor(environment: [String: String], choice: ColorChoice) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto: environment["NO_COLOR", default: ""].isEmpty
    }
  }

  private static func lacksPlotCharacters(_ terminal: String) -> Bool {
    ["linux", "vt", "cons25", "ansi", "sun"].contains { terminal.hasPrefix($0) }
  }
}
