/// What the terminfo database says of a terminal.
public struct TerminfoFacts: Sendable, Equatable {
  public var colors: Int
  /// Colours are given as 0xRRGGBB.
  public var packsRGB: Bool
  /// The cursor can be sent anywhere and the screen cleared.
  public var isAddressable: Bool
  /// This program knows the terminal, and the host does not.
  public var isBuiltIn: Bool

  public init(
    colors: Int, packsRGB: Bool = false, isAddressable: Bool = true, isBuiltIn: Bool = false
  ) {
    self.colors = colors
    self.packsRGB = packsRGB
    self.isAddressable = isAddressable
    self.isBuiltIn = isBuiltIn
  }
}

/// The entry that `TERM` names, or one that does for it on a host too old to know the name.
struct TerminfoEntry {
  let name: String
  let facts: TerminfoFacts
  let remark: String?

  init(_ term: String?, host: Host) throws(TerminalError) {
    guard let term, !term.isEmpty else { throw .unnamedTerminal }
    guard term != "dumb" else { throw .dumbTerminal(term) }
    guard let name = Self.candidates(for: term).first(where: { host.terminfo($0) != nil }),
      let facts = host.terminfo(name)
    else { throw .unknownTerminal(term) }
    guard facts.isAddressable else { throw .dumbTerminal(term) }
    self.name = name
    self.facts = facts
    remark = name == term ? nil : "this host does not know the terminal \(term); using \(name)"
  }

  private static func candidates(for term: String) -> [String] {
    if term.hasPrefix("tmux") || term.hasPrefix("screen") {
      return [term, "tmux-256color", "screen-256color", "screen", "xterm-256color"]
    }
    return modern.contains { term.lowercased().contains($0) }
      ? [term, "xterm-256color", "xterm"] : [term]
  }

  /// Terminals that understand what xterm does.
  private static let modern = [
    "alacritty", "contour", "foot", "ghostty", "gnome", "iterm", "kitty", "konsole", "mintty",
    "ms-terminal", "nsterm", "putty", "rio", "rxvt", "st-", "vscode", "vte", "wezterm", "xterm",
  ]
}
