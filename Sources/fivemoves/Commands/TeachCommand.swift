internal import ArgumentParser
internal import Training

/// `fivemoves teach [LESSON]`: a lesson whose screen a class follows.
struct TeachCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "teach", abstract: "Give a lesson that others on this machine follow.",
    usage: "fivemoves teach [<lesson>] [<options>]",
    discussion: """
      The header shows the class's code. Whoever types fivemoves follow on the same machine, as the \
      same user, sees what this screen shows; demo/classroom \
      --teach (fivemoves-classroom where a package was installed) opens it to a class over SSH.
      """)

  @OptionGroup var options: RunOptions
  @OptionGroup var screen: ScreenOptions
  @OptionGroup var recording: RecordOptions

  func validate() throws {
    try LessonWord(word: options.lesson).check()
    try options.check()
    try recording.check(text: options.text)
  }

  func run() throws {
    var session = Session(
      options: options, screen: screen, recording: recording, kiosk: KioskOptions.none,
      isTaught: true)
    try Failure.reported { try session.play() }
  }
}
