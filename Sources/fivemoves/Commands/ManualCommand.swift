internal import ArgumentParser

/// `fivemoves manual`: the page of `man fivemoves`.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page, for man to show.",
    discussion: """
      fivemoves manual | man -l -
      fivemoves manual > fivemoves.1
      """)

  func run() throws {
    Printer.output.write(try Manual().text)
  }
}
