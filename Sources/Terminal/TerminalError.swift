/// Why there is no screen to draw on.
public enum TerminalError: Error, Equatable, CustomStringConvertible {
  case noTerminal
  case noType
  case unknownType(String)
  case failed

  public var description: String {
    "\(problem); 'fivemoves train' trains without a screen."
  }

  private var problem: String {
    switch self {
    case .noTerminal: "this needs a terminal for its keys and its screen"
    case .noType: "TERM is not set, so nobody knows how to draw here"
    case .unknownType(let type): "TERM is '\(type)', which cannot place text on a screen"
    case .failed: "the terminal could not be opened"
    }
  }
}
