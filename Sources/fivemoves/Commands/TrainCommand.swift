internal import ArgumentParser
internal import Moves
internal import Training

/// `fivemoves train [LESSON]`: the same training without a screen.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Train a lesson without a screen, a line a report.")

  @OptionGroup var options: RunOptions
  @OptionGroup var files: FileOptions

  func validate() throws {
    try files.checkPlaces(text: options.text)
    if files.load != nil, options.settings["--init-std"] != nil {
      throw ValidationError(
        "--init-std changes nothing with --load, which brings the first parameters; leave one of them "
          + "out.")
    }
    try files.resume == nil ? options.check() : options.checkOptions()
    guard options.breakageName == nil || files.resume == nil && files.checkpoint == nil else {
      throw ValidationError("--break keeps no checkpoint: a broken run begins anew each time.")
    }
  }

  func run() throws {
    try Failure.reported {
      try ProcessorCheck.run()
      Interruption.leaveLongFilesToTheirWrites()
      let breakage = try options.breakage()
      let signal = try breakage.map { try train($0) } ?? train()
      if let signal { throw ExitCode(128 + signal) }
    }
  }

  private func train() throws -> CInt? {
    var kept = try KeptFiles(files)
    var start = RunStart(options: options, files: files)
    let trainer = try start.trainer()
    trainer.makesReadings = false
    try kept.begin(trainer, from: start.before)
    var run = HeadlessRun(trainer: trainer, files: kept, start: start)
    return try run.run()
  }

  /// A broken loop beside its twin.
  private func train(_ breakage: Breakage) throws -> CInt? {
    var kept = try KeptFiles(files)
    var start = RunStart(options: options, files: files)
    let twin = try start.twin(breakage)
    twin.broken.makesReadings = false
    twin.correct.makesReadings = false
    try kept.begin(twin)
    var run = BrokenRun(twin: twin, files: kept, remarks: start.remarks)
    return try run.run()
  }
}
