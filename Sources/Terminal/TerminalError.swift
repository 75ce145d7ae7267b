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
    case .dumbTerminal(let name):
      "a terminal of type \"\(name.printable(atMost: 40))\" cannot show a full screen"
    case .unknownTerminal(let name):
      "no terminal of type \"\(name.printable(atMost: 40))\" is known here"
    case .refused: "the terminal could not be taken over"
    }
  }
}

extension TerminalError: CustomStringConvertible {
  public var description: String { words(screenless: nil) }

  /// One line with the ways out.
  /// - Parameter screenless: what does without a screen; nil where nothing does.
  public func words(screenless: String?) -> String {
    ([problem] + [wayOut, screenless].compactMap(\.self)).joined(separator: "; ")
  }

  /// The same for a guest, who has connected through SSH and can set nothing here.
  public var wordsForGuest: String {
    switch self {
    case .noTerminal: "\(problem); connect with ssh -t"
    case .unnamedTerminal, .unknownTerminal:
      "\(problem); connect with TERM=\(Self.usual) before ssh"
    case .dumbTerminal:
      "\(problem); connect from another, or if this is like \(Self.like), "
        + "with TERM=\(Self.usual) before ssh"
    case .refused: "\(problem); connect again"
    }
  }

  private var wayOut: String? {
    switch self {
    case .noTerminal: "start it in a terminal, over SSH with ssh -t"
    case .unnamedTerminal, .unknownTerminal:
      "if it is like \(Self.like), `TERM=\(Self.usual) fivemoves` opens the screen, over SSH too"
    case .dumbTerminal:
      "use another, or if it can do more than its name says, `TERM=\(Self.usual) fivemoves`"
    case .refused: "use another"
    }
  }

  /// What most terminals understand.
  private static let usual = "xterm-256color"
  private static let like = "xterm, as most are"
}

extension String {
  /// Its beginning, with nothing in it that could steer a terminal.
  func printable(atMost count: Int) -> String {
    let shown = unicodeScalars.prefix(count).map { (0x20..<0x7F).contains($0.value) ? $0 : "?" }
    return String(String.UnicodeScalarView(shown))
  }
}
