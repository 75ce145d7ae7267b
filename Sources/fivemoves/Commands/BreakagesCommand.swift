internal import ArgumentParser
internal import Moves

/// `fivemoves breakages`: the mistakes that can be made in the loop.
struct BreakagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "breakages", abstract: "List the classic mistakes that --break makes.")

  @Flag(help: "Print only their names, one a line.")
  var names = false

  func run() {
    for breakage in Breakage.all { print(names ? breakage.name : text(breakage)) }
    if !names { print(Self.byHand) }
  }

  private static let byHand = """
    Or put a loop together from the five moves, up to \(Breakage.mostMoves) of them in any order:
      start     fivemoves train --break forward,backward,step
    """

  private func text(_ breakage: Breakage) -> String {
    """
    \(breakage.name)
      changed   \(breakage.change)
      look at   \(breakage.look)
      expect    \(breakage.sign?.warning ?? "")
      start     fivemoves train --break \(breakage.name)

    """
  }
}
