internal import ArgumentParser
internal import Classroom
internal import Moves
internal import Platform
internal import Terminal
internal import Training
internal import Visualizer
internal import Watching

/// `fivemoves follow [CODE]`: what a teacher shows, on a screen of one's own.
struct FollowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow", abstract: "Follow a lesson that a teacher gives on this machine.",
    usage: "fivemoves follow [<code>] [<options>]")

  @Argument(help: "The class's code, which its teacher's header shows; where there are several.")
  var code: String?

  @OptionGroup var screen: ScreenOptions
  @OptionGroup var kiosk: KioskOptions

  @Flag(
    help: ArgumentHelp(
      "In a kiosk: a lesson that is asked for by name is one's own.", visibility: .hidden))
  var own = false

  func run() throws {
    try Failure.reported(screenless: nil) {
      if try playsOwnLesson() { return }
      ProgramMemory.givesBackFreedBlocks()
      // In a kiosk the class's folder is the teacher's: it is entered before its rights are given up.
      let link = try kiosk.kiosk ? linkWhenOpen() : ClassLink(to: code, in: .shared())
      defer { link.leave() }
      if kiosk.kiosk { try Kiosk.begin(slots: kiosk.slots, largestFile: 256) }
      Interruption.leaveLongFilesToTheirWrites()
      let source = try FollowedSource(link)
      let (ending, app) = try watch(link, source)
      Printer.output.print(
        "\(app.facts.name): left class \(link.code) at step \(app.completedSteps.grouped).")
      if let code = ending.code { throw ExitCode(code) }
    }
  }

  /// Who comes before the teacher waits.
  private func linkWhenOpen() throws -> ClassLink {
    var hasSaid = false
    while true {
      do throws(any Error) {
        return try ClassLink(to: code, in: .shared())
      } catch ClassError.noClass {
        if !hasSaid { Printer.output.print("The lesson has not begun yet; ctrl-c leaves.") }
        hasSaid = true
        usleep(300_000)
      }
    }
  }

  /// Somebody on a shared account has asked for a lesson by its name.
  private func playsOwnLesson() throws -> Bool {
    guard kiosk.kiosk, let lesson = try RequestedLesson.read(known: Lessons.all.map(\.name)) else {
      return false
    }
    guard own else { throw KioskError.onlyFollows }
    let places = kiosk.slots.map { ["--slots", $0] } ?? []
    let play = try PlayCommand.parse([lesson, "--kiosk"] + places)
    try play.run()
    return true
  }

  private func watch(
    _ link: ClassLink, _ source: sending FollowedSource
  ) throws -> (RunLoop.Ending, App) {
    let terminal = try screen.terminal()
    defer { terminal.leave() }
    var options = screen.appOptions(for: terminal.capabilities, fastest: .infinity)
    (options.begins, options.keepsPictures) = (false, !kiosk.kiosk)
    let app = App(
      run: source.facts, reading: source.reading, options: options, abilities: source.abilities)
    var sitting = Sitting(terminal: terminal, patience: kiosk.patience)
    sitting.bell = { ring in link.open(ring: ring) }
    sitting.sparesLine = true
    return try sitting.watch(app, source)
  }
}
