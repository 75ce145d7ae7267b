/// When colours are used.
public enum ColorChoice: String, CaseIterable, Sendable {
  case auto
  case always
  case never
}

/// What this terminal can show, worked out from its type and the environment.
public struct Capabilities: Sendable, Equatable {
  public enum Tier: String, Sendable {
    case mono
    case colors8 = "8 colours"
    case colors256 = "256 colours"
    case direct = "direct colour"
  }

  /// The terminal type in force, after fallbacks.
  public var type: String
  public var tier: Tier
  /// Whether characters beyond 7 bits may be sent.
  public var unicode: Bool
  /// Whether curves are best drawn in 7-bit characters.
  public var prefersASCIIPlot: Bool
  /// What the person should know of a fallback; nil when there is none.
  public var remark: String?

  /// Types of terminals that lack braille and block characters.
  private static let plainTypes = ["linux", "vt"]

  /// `colors` is what terminfo says of the type; `unicode` whether the locale holds UTF-8.
  init(
    type: String, colors: Int, unicode: Bool, choice: ColorChoice, environment: [String: String],
    remark: String?
  ) {
    self.type = type
    self.unicode = unicode
    self.remark = remark
    tier = Self.tier(type: type, colors: colors, choice: choice, environment: environment)
    prefersASCIIPlot = !unicode || Self.plainTypes.contains { type.hasPrefix($0) }
  }

  /// NO_COLOR counts when it is not empty; the option has the last word.
  private static func tier(
    type: String, colors: Int, choice: ColorChoice, environment: [String: String]
  ) -> Tier {
    let isRefused = choice == .auto && !(environment["NO_COLOR"] ?? "").isEmpty
    guard choice != .never, !isRefused else { return .mono }
    if colors > 256 { return .direct }
    if colors == 256 { return .colors256 }
    return colors >= 8 ? .colors8 : .mono
  }
}
