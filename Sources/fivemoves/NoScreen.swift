internal import Terminal

/// There is no terminal that could show the screen, and what serves without one.
struct NoScreen: Error, CustomStringConvertible {
  let problem: TerminalError
  let wayOut: String

  var description: String { "\(problem.problem); \(wayOut)" }

  /// The terminal, or why there is none with the way out that this command has.
  static func terminal(_ screen: ScreenOptions, else wayOut: String) throws(NoScreen) -> Terminal {
    try told(wayOut) { () throws(TerminalError) in try Terminal(options: screen.terminal) }
  }

  /// The same before anything is begun for it.
  static func check(_ screen: ScreenOptions, else wayOut: String) throws(NoScreen) {
    try told(wayOut) { () throws(TerminalError) in try Terminal.check(options: screen.terminal) }
  }

  private static func told<Result>(
    _ wayOut: String, _ body: () throws(TerminalError) -> Result
  ) throws(NoScreen) -> Result {
    do throws(TerminalError) {
      return try body()
    } catch {
      throw NoScreen(problem: error, wayOut: wayOut)
    }
  }
}

extension ScreenOptions {
  var terminal: TerminalOptions { TerminalOptions(color: color, ascii: drawing.ascii) }
}
