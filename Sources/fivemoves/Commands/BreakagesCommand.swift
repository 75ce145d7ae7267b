internal import ArgumentParser
internal import Moves

/// `fivemoves breakages`: the mistakes that can be made in the loop.
struct BreakagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "breakages", abstract: "List the classic mistakes that --break makes.")

  @Flag(help: "Print only their names, one a line.")
  var names = false

  @Flag(help: "Print only what follows the program's name where each is seen best, one a line.")
  var places = false

  func run() {
    for breakage in Breakage.all {
      Printer.output.printExactly(
        names ? breakage.name : places ? command(breakage) : text(breakage))
    }
    if !names, !places { Printer.output.printExactly(Self.byHand) }
  }

  private func command(_ breakage: Breakage) -> String {
    "\(breakage.place.map { "\($0.words) " } ?? "")--break \(breakage.name)"
  }

  private static let byHand = """
    Or put a loop together from the five moves, up to \(Breakage.mostMoves) of them in any order:
      start     fivemoves --break forward,backward,step
    """

  private func text(_ breakage: Breakage) -> String {
    """
    \(breakage.name)
      changed   \(breakage.change)
      hint      \(breakage.look)
      expect    \(breakage.sign?.warning ?? "")
      start     fivemoves --break \(breakage.name)
      best in   fivemoves \(command(breakage))

    """
  }
}
