internal import Moves
internal import Platform
internal import Storage
internal import Training

/// A run without a screen, from where it stands to its last step; with a mistake in its loop, beside
/// its twin.
struct HeadlessRun {
  private let run: any Run
  private let trainer: Trainer
  private let twin: Twin?
  private var files: KeptFiles
  private var ledger: Ledger
  private let remarks: [String]
  private let wayOn: WayOn
  /// Finds the state before a step that cannot be gone on from, where it is to be kept.
  private let timeline: Timeline?
  private var paper = Paper()

  init(_ run: any Run, files: KeptFiles, start: RunStart) {
    (self.run, trainer) = (run, run.trainer)
    self.files = files
    twin = run as? Twin
    remarks = start.remarks
    wayOn = WayOn(start, before: run.trainer.completedSteps)
    timeline = files.checkpoint.map { _ in Timeline(run, spacing: 1) }
    ledger = Ledger(run)
  }

  /// Returns the signal that ended it early.
  mutating func train() throws -> CInt? {
    Interruption.listen()
    for trainer in [trainer, twin?.correct].compactMap(\.self) {
      trainer.makesReadings = false
    }
    paper.say(ledger.opening)
    try Printer.checkFirstLine()
    for remark in remarks { paper.say(remark) }
    try evaluateIfDue()
    while trainer.completedSteps < trainer.hyperparameters.steps {
      if let signal = Interruption.received { return try stop(signal) }
      try step()
    }
    try evaluateIfDue()
    if let signal = Interruption.received, trainer.evaluationIsDue { return try stop(signal) }
    try finish()
    return nil
  }

  private mutating func step() throws {
    if files.keepsMoves {
      trainer.makesReadings = files.keepsReadings(of: trainer.completedSteps + 1)
    }
    if tellsMoves || mayBeGivenUp { return try stepMoveByMove() }
    let lost = if let timeline { timeline.makeStepUntold() } else { run.finishStep() }
    if let stop = lost.flatMap({ Stop($0, of: run) }) { throw try kept(stop) }
    try complete(seconds: trainer.lastSeconds)
  }

  /// Whether somebody asks for what the moves of a step came to.
  private var tellsMoves: Bool { twin != nil || files.keepsMoves || files.keepsBatches }

  /// Whether the next step cannot be made, or may take so long that a signal should end it.
  private var mayBeGivenUp: Bool {
    trainer.isExhausted || ledger.lastSeconds >= 0.1 * Self.longStep
  }

  private mutating func stepMoveByMove() throws {
    var batches: [Batch] = []
    var last: StepSummary?
    let start = now()
    repeat {
      if Interruption.received != nil, now() - start > Self.longStep { return giveUpStep() }
      let report = timeline?.advance() ?? run.advance()
      if files.keepsMoves { files.add(report) }
      if let stop = Stop(report, of: run) { throw try kept(stop) }
      if files.keepsBatches, report.move == .forward {
        batches += trainer.batch().map { [$0] } ?? []
      }
      last = report.summary
    } while last == nil
    if let last { try complete(seconds: last.seconds, batches, last) }
  }

  /// - Parameter summary: what the step came to; where it is nil, the run is asked, if anybody asks.
  private mutating func complete(
    seconds: Double, _ batches: [Batch] = [], _ summary: StepSummary? = nil
  ) throws {
    if files.keepsSteps, let summary = summary ?? run.lastSummary {
      try logged { files throws(StorageError) in try files.add(summary, batches) }
    }
    ledger.append(seconds: seconds, loss: (summary ?? run.lastSummary)?.loss)
    paper.show(
      ledger.progress(summary ?? run.lastSummary, clipped: trainer.clippedSteps),
      keeping: ledger.isMilestone(trainer.completedSteps))
    if let stop = twin.flatMap(Stop.init(lost:)) { throw try kept(stop) }
    if Interruption.received != nil { return }
    try evaluateIfDue()
    try files.keepIfDue(trainer)
    if let twin, twin.isToBeGuessed { try tell(of: twin) }
  }

  /// Seconds after which a step is not finished for a signal.
  private static let longStep = 1.0

  /// Nothing of the step in progress stays.
  private mutating func giveUpStep() {
    _ = timeline?.travel(.backStep, goesOn: { _, _ in true })
    files.forgetMoves()
  }

  private mutating func evaluateIfDue() throws {
    guard trainer.evaluationIsDue else { return }
    let report = run.evaluate(goesOn: { Interruption.received == nil })
    if report.isPartial { return }
    try logged { files throws(StorageError) in try files.add(report) }
    if let line = ledger.line(for: report) { paper.say(line) }
  }

  /// What the curves and the counters of a broken run show.
  private mutating func tell(of twin: Twin, atLast: Bool = false) throws {
    paper.say(ledger.account(of: twin, atLast: atLast))
    try files.add(twin)
  }

  /// A log that takes no more ends the run, and its checkpoint keeps the state before the step that
  /// the log lacks: so it can go on in it.
  private mutating func logged(_ add: (inout KeptFiles) throws(StorageError) -> Void) throws {
    do { try add(&files) } catch {
      paper.clear()
      _ = timeline?.travel(.backStep, goesOn: { _, _ in true })
      try files.keep(trainer)
      let step = trainer.completedSteps
      throw LostLog(error: error, step: step, advice: wayOn.advice(after: step))
    }
  }

  private mutating func stop(_ signal: CInt) throws -> CInt {
    try files.keep(trainer)
    let step = trainer.completedSteps
    let words = "Stopped after step \(step): \(wayOn.advice(after: step))."
    if Printer.hasLostOutput {
      Complaint("nobody reads standard output any more. \(words)").print()
    } else {
      paper.say(words)
    }
    return signal
  }

  /// The file keeps the state before the step that stopped.
  private mutating func kept(_ stop: Stop) throws -> Stop {
    paper.clear()
    var stop = stop
    stop.advice = wayOn.advice(after: stop)
    if let timeline, timeline.travel(.backStep, goesOn: { _, _ in true }) != nil {
      try files.keep(trainer)
    }
    try files.add(stop)
    if let twin { try tell(of: twin, atLast: true) }
    return stop
  }

  private mutating func finish() throws {
    try files.keep(trainer)
    if let twin { try tell(of: twin, atLast: true) }
    try files.saveLast(trainer)
    if twin != nil { return }
    paper.say(ledger.closing(run.lastSummary, clipped: trainer.clippedSteps))
    if let sample = trainer.sample(length: 300) {
      paper.show(writing: sample.prompt + sample.text)
    }
  }
}

extension Twin {
  /// Whether the step is complete after which it is told what happened, with more to come.
  fileprivate var isToBeGuessed: Bool {
    comparison.steps == comparison.stepsToGuess
      && comparison.steps < broken.hyperparameters.steps
  }
}
