internal import ArgumentParser
internal import Terminal

/// `fivemoves doctor`: what this terminal can do.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Say what this terminal can do, with samples of what is drawn."
  )

  @Flag(help: "Show what is drawn with --ascii.")
  var ascii = false

  @Option(
    help: "Colours: auto, always or never (default: auto).",
    completion: .choice(of: ColorChoice.self), transform: Typed.choice)
  var color = ColorChoice.auto

  func run() {
    for line in Diagnosis(options: TerminalOptions(color: color, ascii: ascii)).lines {
      Printer.output.printExactly(line)
    }
  }
}
