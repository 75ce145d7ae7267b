internal import Moves
internal import Storage
internal import Training

/// The files that a run was asked to write.
struct KeptFiles {
  private let options: FileOptions
  private let log: RunLog?

  /// Nothing is trained before every file is known to be writable.
  init(_ options: FileOptions, _ trainer: Trainer) throws(StorageError) {
    self.options = options
    for (option, path) in options.outputs where option != "--log" {
      try RunFile.checkWritable(path)
    }
    var log: RunLog?
    if let path = options.log {
      log = try RunLog(path, goingOnAfter: options.resume == nil ? nil : trainer.completedSteps)
    }
    self.log = log
    try log?.begin(trainer.facts, version: Version.current)
    if let path = options.saveInitial { try save(trainer, path) }
  }

  var keepsBatches: Bool { log != nil && options.logBatches }
  var checkpoint: String? { options.checkpoint }

  func add(_ summary: StepSummary, _ batches: [Batch]) throws(StorageError) {
    try log?.add(summary, batches: options.logBatches ? batches : nil)
  }

  func add(_ report: EvaluationReport) throws(StorageError) { try log?.add(report) }

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
