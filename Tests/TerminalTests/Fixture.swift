internal import Canvas
internal import Platform
internal import Terminal
internal import TerminalSupport

extension Terminal {
  /// A screen on a terminal of the test's own.
  convenience init(
    on pty: PseudoTerminal, term: String = "xterm-256color", language: String = "C.UTF-8",
    options: TerminalOptions = TerminalOptions(), errors: CInt = -1, reopens: Bool = true
  ) throws {
    try self.init(
      options: options, environment: ["TERM": term, "LANG": language],
      descriptors: Descriptors(
        input: pty.slave, output: pty.slave, errors: errors, reopens: reopens))
  }

  /// A wait that cannot hang a test.
  func soon() -> Wakeup { wait(until: now() + 2) }
}

/// All output, once the terminal has taken everything that the program has to say.
func settledOutput(of terminal: Terminal, on pty: PseudoTerminal) -> [UInt8] {
  var bytes = pty.output()
  while terminal.wait(until: now()).timedOut, case let more = pty.output(), !more.isEmpty {
    bytes += more
  }
  return bytes
}

extension Frame {
  /// A frame with lines of text.
  init(_ lines: [String], width: Int = 80, height: Int = 24, role: Role = .text) {
    self.init(width: width, height: height)
    for (row, line) in lines.enumerated() { write(line, x: 0, y: row, role) }
  }

  /// Any characters in any roles, each for a few cells as in the busiest pictures; the same for the
  /// same seed.
  static func random(width: Int, height: Int, using generator: inout some RandomNumberGenerator)
    -> Frame
  {
    var frame = Frame(width: width, height: height)
    let glyphs: [Unicode.Scalar] = ["a", "b", " ", " ", " ", "─", "⣿", "⡇", "█", "é", "┼"]
    var role = Role.text
    for row in 0..<height {
      for column in 0..<width {
        let glyph = glyphs.randomElement(using: &generator) ?? " "
        if Bool.random(using: &generator) {
          role = Role.allCases.randomElement(using: &generator) ?? .text
        }
        frame[column, row] = Cell(glyph, role)
      }
    }
    return frame
  }
}
