internal import Moves
internal import Storage
internal import Training
internal import Visualizer

/// The files that a run was asked to write.
struct KeptFiles {
  private let options: FileOptions
  private let log: RunLog?

  /// Nothing is trained before every file is known to be writable.
  init(_ options: FileOptions, _ run: any Run) throws(StorageError) {
    self.options = options
    let trainer = run.trainer
    for (option, path) in options.outputs where option != "--log" {
      try RunFile.prepare(path)
    }
    var log: RunLog?
    if let path = options.log {
      log = try RunLog(path, goingOnAfter: options.resume == nil ? nil : trainer.completedSteps)
    }
    self.log = log
    let breakage = (run as? Twin)?.comparison.breakage
    try log?.begin(trainer.facts, version: Version.current, breakage: breakage)
    if let path = options.saveInitial { try save(trainer, path) }
  }

  var keepsBatches: Bool { log != nil && options.logBatches }
  var checkpoint: String? { options.checkpoint }

  func add(_ summary: StepSummary, _ batches: [Batch]) throws(StorageError) {
    try unlessInterrupted { () throws(StorageError) in
      try log?.add(summary, batches: options.logBatches ? batches : nil)
    }
  }

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
  func add(_ twin: Twin) throws(StorageError) {
    guard let log else { return }
    let step = twin.broken.completedSteps
    for sign in twin.signs { try log.add(sign, words: sign.words, step: step) }
    try log.add(twin.comparison.verdict, words: twin.comparison.words, step: step)
  }

  func keepIfDue(_ trainer: Trainer) throws(StorageError) {
    guard trainer.completedSteps % (options.checkpointInterval ?? 100) == 0 else { return }
    try keep(trainer)
  }

  /// Writes the checkpoint, if one was asked for.
  func keep(_ trainer: Trainer) throws(StorageError) {
    guard let path = options.checkpoint else { return }
    try RunFile.checkpoint(
      trainer.snapshot(), trainer.facts, version: Version.current, path: path
    ).write()
  }

  /// Writes the last parameters, if they were asked for.
  func saveLast(_ trainer: Trainer) throws(StorageError) {
    if let path = options.save { try save(trainer, path) }
  }

  private func save(_ trainer: Trainer, _ path: String) throws(StorageError) {
    try RunFile.parameters(
      of: trainer.snapshot(), trainer.facts, version: Version.current, path: path
    ).write()
  }
}
