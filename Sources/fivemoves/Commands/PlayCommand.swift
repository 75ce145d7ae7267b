internal import ArgumentParser
internal import Training
internal import Visualizer

/// `fivemoves [LESSON]`: watch a lesson being learned.
struct PlayCommand: ParsableCommand {
  static let abstract = "Watch a neural network learn, one move at a time."

  static let configuration = CommandConfiguration(
    commandName: "play", abstract: abstract,
    usage: """
      fivemoves [<lesson>] [<options>]
      fivemoves watch -- <command> ...        a PyTorch script of your own
      fivemoves watch [<name>]                one that is open to be watched
      fivemoves module [<folder>]             the Python module that opens it
      fivemoves teach [<lesson>] [<options>]  a lesson that a class follows
      fivemoves follow [<code>]               the lesson that a teacher gives
      fivemoves train [<lesson>] [<options>]  the same without a screen
      fivemoves sample <file> [<options>]     text from what train has saved
      fivemoves replay <file> [<options>]     what --record has written, again
      fivemoves picture [<lesson>] --at <step>  the screen as a picture
      fivemoves picture <file> --at <step>    the same, of a recording
      fivemoves lessons                       what each lesson teaches
      fivemoves breakages                     the mistakes that --break makes
      fivemoves bench                         how fast this machine trains
      fivemoves doctor                        what this terminal can do
      fivemoves manual | man -l -             all of it, as a manual page
      """,
    discussion: guide, version: Version.line)

  @OptionGroup var options: RunOptions
  @OptionGroup var screen: ScreenOptions
  @OptionGroup var recording: RecordOptions
  @OptionGroup var kiosk: KioskOptions

  func validate() throws {
    try LessonWord(
      word: options.lesson, commands: FiveMoves.names.filter { $0 != "play" },
      isKiosk: kiosk.kiosk
    ).check()
    try options.check()
    if kiosk.kiosk, recording.record != nil {
      throw ValidationError(
        "--record writes a file, and --kiosk writes none; leave one of them out.")
    }
    try recording.check(text: options.text)
  }

  func run() throws {
    var session = Session(
      options: options, screen: screen, recording: recording, kiosk: kiosk)
    try Failure.reported { try session.play() }
  }

  /// The lessons and the keys, from the lists that the program itself uses.
  private static var guide: String {
    let lessons = Lessons.all.map { LessonText($0).short }
    let keys = KeyGuide.everywhere.map { Entry($0.keys, $0.elsewhere).lines }
    return (["LESSONS:"] + lessons + ["", "KEYS:"] + keys).joined(separator: "\n")
  }
}
