internal import ArgumentParser
internal import Canvas
internal import Visualizer

/// What the screen is drawn with.
struct DrawingOptions: ParsableArguments {
  @Option(
    help:
      "The characters curves are drawn with: ascii, block or braille (default: braille, or ascii if that is missing).",
    completion: .choice(of: PlotCharacters.self), transform: Typed.choice)
  var plot: PlotCharacters?

  @Flag(help: "Draw the whole screen with 7-bit characters.")
  var ascii = false

  @Flag(help: "Draw large boxes and little else, for the back row of a room.")
  var big = false

  func validate() throws {
    guard ascii, let plot, plot != .ascii else { return }
    throw ValidationError(
      "--plot \(plot.rawValue) changes nothing with --ascii, which has no such characters; leave one "
        + "of them out.")
  }

  /// For a screen that is no terminal's and at rest.
  var appOptions: App.Options {
    var options = App.Options(plot: plot ?? .braille, ascii: ascii, animates: false)
    options.isBig = big
    return options
  }
}
