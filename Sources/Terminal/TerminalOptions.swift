/// What the person asked for on the command line.
public struct TerminalOptions: Sendable, Equatable {
  public var color: ColorChoice
  /// Only 7-bit characters.
  public var ascii: Bool

  public init(color: ColorChoice = .auto, ascii: Bool = false) {
    self.color = color
    self.ascii = ascii
  }
}

public enum ColorChoice: String, Sendable, CaseIterable {
  /// As the terminal and `NO_COLOR` say.
  case auto
  /// As the terminal says, whatever `NO_COLOR` says.
  case always
  case never
}
