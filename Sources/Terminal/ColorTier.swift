/// How many colours there are to draw with.
public enum ColorTier: Sendable, Equatable, CaseIterable {
  /// Any 24-bit colour.
  case direct
  /// The 256 colours of xterm.
  case indexed256
  /// The eight colours of old, whose shades nobody knows.
  case indexed8
  /// The eight colours of the Linux console, whose yellow is brown.
  case linuxConsole
  case mono

  init(_ facts: TerminfoFacts, of terminal: String) {
    switch facts.colors {
    case ..<8: self = .mono
    case ..<256: self = terminal.hasPrefix("linux") ? .linuxConsole : .indexed8
    default: self = facts.packsRGB ? .direct : .indexed256
    }
  }
}
