internal import ArgumentParser
internal import Canvas
internal import Classroom
internal import Moves
internal import Platform
internal import Terminal
internal import Training
internal import Visualizer
internal import Watching

/// One sitting: opens the terminal, joins the run loop and the worker, leaves all as it was.
struct Session {
  var options: RunOptions
  let screen: ScreenOptions
  let recording: RecordOptions
  let kiosk: KioskOptions
  /// Whether a class follows.
  var isTaught = false

  mutating func play() throws {
    if kiosk.kiosk { try beginKiosk() }
    let (ending, app) = try watch()
    if ending == .idle {
      Printer.output.print("No key came for \(minutes), so this session has ended.")
    }
    Printer.output.print(summary(of: app))
    if let code = ending.code { throw ExitCode(code) }
  }

  private mutating func beginKiosk() throws(KioskError) {
    if let lesson = try RequestedLesson.read(known: Lessons.all.map(\.name)) {
      options.lesson = lesson
      if !Lessons.readingText.contains(lesson) { options.text = nil }
    }
    try Kiosk.begin(slots: kiosk.slots)
  }

  private var minutes: String {
    let minutes = (kiosk.patience ?? 0) / 60
    return minutes == minutes.rounded() ? Int(minutes).counted("minute") : "\(minutes) minutes"
  }

  private func watch() throws -> (RunLoop.Ending, App) {
    try ProcessorCheck.run()
    ProgramMemory.givesBackFreedBlocks()
    // What is wrong with a text is said before the screen is taken.
    let trainer = try options.trainer(
      for: .watched(memoryForGoingBack: memoryForGoingBack), inKiosk: kiosk.kiosk)
    let breakage = try options.breakage()
    try breakage?.check(trainer.hyperparameters, hasDropout: trainer.facts.hasDropout)
    let reading = trainer.firstReading()
    let room = Room(memoryForGoingBack: memoryForGoingBack, inKiosk: kiosk.kiosk)
    let recorded = try recording.recorded(
      TrainerSource(trainer, memory: memoryForGoingBack, checkRoom: room.check), reading: reading)
    let server = try isTaught ? ClassServer(in: .shared(), version: Version.current) : nil
    defer { server?.close() }
    let source =
      server.map {
        TaughtSource(recorded, reading: reading, version: Version.current, server: $0)
      } ?? recorded
    let terminal = try terminal()
    defer { terminal.leave() }
    var drawing = screen.appOptions(for: terminal.capabilities, fastest: fastest)
    drawing.keepsPictures = !kiosk.kiosk
    let app = App(
      run: source.facts, reading: reading, options: drawing, abilities: source.abilities,
      breakage: breakage)
    var sitting = Sitting(terminal: terminal, patience: kiosk.patience, throttle: throttle)
    if let server {
      sitting.bell = { ring in server.open(ring: ring) }
      sitting.audience = { server.show($0) }
    }
    return try sitting.watch(app, source)
  }

  private func terminal() throws -> Terminal {
    do throws(TerminalError) {
      return try screen.terminal()
    } catch {
      // A guest cannot train without a screen either.
      if kiosk.kiosk { throw KioskError.noScreen(error.wordsForGuest) }
      throw error
    }
  }

  private var fastest: Double { kiosk.kiosk ? Kiosk.fastest : .infinity }

  private var memoryForGoingBack: Int { kiosk.kiosk ? Kiosk.memoryForGoingBack : 64 << 20 }

  private var throttle: Throttle? {
    kiosk.kiosk ? Throttle(stepsPerSecond: fastest) : nil
  }

  /// What is left on the normal screen: how far it came, and the command that repeats it.
  private func summary(of app: App) -> String {
    let steps = app.completedSteps
    let loss = app.lastLoss.map { ", loss \($0.spelled)" } ?? ""
    let seed = app.hasTurned ? nil : app.seed
    let again = seed.map { " The same run again: \(command(of: app, seed: $0))" } ?? ""
    let kept = recording.record.map { " Recorded: fivemoves replay \(ShellWord($0).quoted)" } ?? ""
    return "\(app.facts.name): \(steps.counted("training step"))\(loss).\(again)\(kept)"
  }

  /// Where the run was begun anew for a mistake, its words are that place's.
  private func command(of app: App, seed: UInt64) -> String {
    guard let place = app.place else { return options.command(seed: seed) }
    let broken = app.breakage.map { " --break \($0.name)" } ?? ""
    return "fivemoves \(place.words)\(broken) --seed \(seed)"
  }
}
