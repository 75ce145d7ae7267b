internal import JSONText
internal import Moves
internal import Storage
internal import Training
internal import Wire

/// The files that a run was asked to write, from before it is made until it ends.
struct KeptFiles {
  private let options: FileOptions
  /// Asked at every step, which the parser's options are too slow for.
  let checkpoint: String?
  private let checkpointInterval: Int
  private let recordsMoves, logsBatches: Bool
  private let checkpoints, last, first: WholeFile?
  private var log: RunLog?
  /// The losses of the last two steps as a log has them, each with its step, for a checkpoint.
  private var losses: [(step: Int, loss: String)] = []
  private var recorder = Recorder(version: Version.current)

  /// - Throws: if one cannot be written, or another run writes it.
  init(_ options: FileOptions) throws(StorageError) {
    self.options = options
    (checkpoint, checkpointInterval) = (options.checkpoint, options.checkpointInterval ?? 100)
    (recordsMoves, logsBatches) = (options.recordsMoves, options.logBatches)
    checkpoints = try options.checkpoint.map(WholeFile.init)
    last = try options.save.map(WholeFile.init)
    first = try options.saveInitial.map(WholeFile.init)
  }

  /// Nothing is trained before it is known that there is room for every file.
  /// - Parameter before: what the checkpoint says of the run that goes on.
  mutating func begin(_ run: any Run, from before: RunDescription? = nil) throws(StorageError) {
    if let before, let loss = before.lastLoss { losses = [(before.completedSteps, loss)] }
    let trainer = run.trainer
    let size = parameters(of: trainer, "").byteCount
    // The gradients are not there yet.
    try checkpoints?.reserve(checkpoint(of: trainer, "").byteCount + size)
    try last?.reserve(size)
    try first?.reserve(size)
    if let path = options.runLog {
      log = try RunLog(path, goingOnAfter: options.resume == nil ? nil : trainer.completedSteps)
    }
    let line = RunLine(run, isRecording: recordsMoves)
    _ = recorder.begin(line, after: trainer.completedSteps)
    try log?.begin(
      line, version: Version.current, from: before, isRecording: recordsMoves)
    try save(trainer, options.saveInitial, first)
  }

  /// What the network made of its examples is recorded of the first steps, and then of every tenth: it
  /// takes more room and time than all the rest.
  func keepsReadings(of step: Int) -> Bool { keepsMoves && (step <= 10 || step % 10 == 0) }

  var keepsMoves: Bool { log != nil && recordsMoves }
  var keepsBatches: Bool { log != nil && logsBatches }
  /// Whether anything is kept of a step.
  var keepsSteps: Bool { log != nil || checkpoint != nil }

  mutating func add(_ summary: StepSummary, _ batches: [Batch]) throws(StorageError) {
    if checkpoint != nil {
      losses = losses.suffix(1)
      if let loss = summary.loss { losses.append((summary.step, JSON.real(loss).description)) }
    }
    guard log != nil else { return }
    try unlessInterrupted { () throws(StorageError) in
      try log?.add(summary, batches: logsBatches ? batches : nil)
    }
  }

  /// The line of the step is written with its batches, and then all of its moves.
  mutating func add(_ move: MoveReport) { log?.hold(lines: recorder.text(forMove: move)) }

  /// Those of a step that is given up.
  mutating func forgetMoves() { log?.forgetHeld() }

  func add(_ report: EvaluationReport) throws(StorageError) {
    try unlessInterrupted { () throws(StorageError) in try log?.add(report) }
  }

  /// A signal ends the wait for a log's reader, and then the run: that is no fault of the log.
  private func unlessInterrupted(_ write: () throws(StorageError) -> Void) throws(StorageError) {
    do { try write() } catch {
      if Interruption.received == nil { throw error }
    }
  }

  func add(_ stop: Stop) throws(StorageError) {
    try log?.add(stop: stop.report, words: stop.words, isTwin: stop.runner == .twin)
  }

  /// What the counters of a broken run say, and what the curves.
  mutating func add(_ twin: Twin) throws(StorageError) {
    guard let log else { return }
    let step = twin.broken.completedSteps
    for sign in twin.signs { try log.add(sign, words: sign.words, step: step) }
    if keepsMoves {
      try log.add(lines: recorder.text(for: .found(twin.findings)))
    }
    try log.add(twin.comparison.verdict, words: twin.comparison.words, step: step)
  }

  func keepIfDue(_ trainer: Trainer) throws(StorageError) {
    guard checkpoint != nil, trainer.completedSteps % checkpointInterval == 0 else { return }
    try keep(trainer)
  }

  /// Writes the checkpoint, if one was asked for.
  func keep(_ trainer: Trainer) throws(StorageError) {
    guard let checkpoints, let path = checkpoint else { return }
    try checkpoint(of: trainer, path).write(into: checkpoints)
  }

  /// Writes the last parameters, if they were asked for.
  func saveLast(_ trainer: Trainer) throws(StorageError) { try save(trainer, options.save, last) }

  private func save(
    _ trainer: Trainer, _ path: String?, _ place: WholeFile?
  ) throws(StorageError) {
    guard let path, let place else { return }
    try parameters(of: trainer, path).write(into: place)
  }

  private func checkpoint(of trainer: Trainer, _ path: String) -> RunFile {
    let loss = losses.last { $0.step == trainer.completedSteps }?.loss
    return .checkpoint(
      trainer.snapshot(), trainer.facts, lastLoss: loss, version: Version.current, path: path)
  }

  private func parameters(of trainer: Trainer, _ path: String) -> RunFile {
    .parameters(of: trainer.snapshot(), trainer.facts, version: Version.current, path: path)
  }
}

extension RunLine {
  /// As the run begins; a broken one tells of the good one, too.
  fileprivate init(_ run: any Run, isRecording: Bool) {
    let twin = run as? Twin
    self.init(
      run.trainer.facts, reading: isRecording ? run.trainer.firstReading() : nil,
      breakage: twin?.comparison.breakage, good: twin?.correct.facts)
  }
}
