public import ArgumentParser
public import Canvas
internal import Platform
public import Terminal
internal import Visualizer

/// How the screen is drawn.
struct ScreenOptions: ParsableArguments {
  @Flag(help: "Light no moves one by one; FIVEMOVES_NO_ANIMATION does the same.")
  var noAnimation = false

  @Option(help: "The characters curves are drawn with: ascii, block or braille.")
  var plot: PlotCharacters?

  @Flag(help: "Draw the whole screen with 7-bit characters.")
  var ascii = false

  @Flag(help: "Draw large boxes and little else, for the back row of a room.")
  var big = false

  @Flag(help: "Begin without the walk through the first step; FIVEMOVES_NO_VISIT does the same.")
  var noVisit = false

  @Option(help: "Colours: auto, always or never.")
  var color = ColorChoice.auto

  func validate() throws {
    guard ascii, let plot, plot != .ascii else { return }
    throw ValidationError(
      "--plot \(plot.rawValue) changes nothing with --ascii, which has no such characters; leave one "
        + "of them out.")
  }

  func appOptions(for capabilities: Capabilities, fastest: Double) -> App.Options {
    let isPlain = ascii || !capabilities.unicode
    let quiet = isSet("FIVEMOVES_NO_ANIMATION")
    var options = App.Options(
      plot: plot ?? (capabilities.prefersASCIIPlot ? .ascii : .braille), ascii: isPlain,
      animates: !noAnimation && !quiet, fastest: fastest, remark: capabilities.remark)
    options.isBig = big
    options.begins = !noVisit && !isSet("FIVEMOVES_NO_VISIT")
    return options
  }

  private func isSet(_ variable: String) -> Bool {
    getenv(variable).map { $0.pointee != 0 } ?? false
  }
}

extension PlotCharacters: ExpressibleByArgument {}
extension ColorChoice: ExpressibleByArgument {}
