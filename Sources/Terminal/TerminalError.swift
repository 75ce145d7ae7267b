/// Why there can be no screen.
public enum TerminalError: Error, Sendable, Equatable {
  case noTerminal
  case unnamedTerminal
  case dumbTerminal(String)
  case unknownTerminal(String)
  case refused

  /// What is wrong, without a way out.
  public var problem: String {
    switch self {
    case .noTerminal: "standard input and output are not both a terminal"
    case .unnamedTerminal: "the environment does not name the terminal (TERM is not set)"
    case .dumbTerminal(let name): "a terminal of type \(name.printable) cannot show a full screen"
    case .unknownTerminal(let name): "no terminal of type \(name.printable) is known here"
    case .refused: "the terminal could not be taken over"
    }
  }
}

extension TerminalError: CustomStringConvertible {
  /// One line with the way out.
  public var description: String {
    "\(problem); `fivemoves train` trains without a screen"
  }
}

extension String {
  /// Quoted, with nothing in it that could steer a terminal.
  fileprivate var printable: String {
    let shown = unicodeScalars.prefix(40).map { (0x20..<0x7F).contains($0.value) ? $0 : "?" }
    return "\"" + String(String.UnicodeScalarView(shown)) + "\""
  }
}
