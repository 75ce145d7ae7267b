internal import ArgumentParser
internal import Canvas
internal import Platform
internal import Terminal
internal import Visualizer

/// How the screen is drawn.
struct ScreenOptions: ParsableArguments {
  @Flag(help: "Light no moves one by one; FIVEMOVES_NO_ANIMATION does the same.")
  var noAnimation = false

  @OptionGroup var drawing: DrawingOptions

  @Flag(help: "Begin without the walk through the first step; FIVEMOVES_NO_VISIT does the same.")
  var noVisit = false

  @Option(
    help: "Colours: auto, always or never (default: auto).",
    completion: .choice(of: ColorChoice.self), transform: Typed.choice)
  var color = ColorChoice.auto

  func terminal() throws(TerminalError) -> Terminal { try Terminal(options: terminalOptions) }

  /// Whether there will be one, before anything is done for it.
  func checkTerminal() throws(TerminalError) { try Terminal.check(options: terminalOptions) }

  private var terminalOptions: TerminalOptions {
    TerminalOptions(color: color, ascii: drawing.ascii)
  }

  func appOptions(for capabilities: Capabilities, fastest: Double) -> App.Options {
    let isPlain = drawing.ascii || !capabilities.unicode
    let quiet = isSet("FIVEMOVES_NO_ANIMATION")
    var options = App.Options(
      plot: drawing.plot ?? (capabilities.prefersASCIIPlot ? .ascii : .braille), ascii: isPlain,
      animates: !noAnimation && !quiet, fastest: fastest, remark: capabilities.remark)
    options.isBig = drawing.big
    options.begins = !noVisit && !isSet("FIVEMOVES_NO_VISIT")
    return options
  }

  private func isSet(_ variable: String) -> Bool {
    getenv(variable).map { $0.pointee != 0 } ?? false
  }
}
