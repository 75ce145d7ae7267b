internal import ArgumentParser
internal import Training

/// `fivemoves train [LESSON]`: the same training without a screen.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Train a lesson without a screen, a line a report.")

  @OptionGroup var options: RunOptions
  @OptionGroup var files: FileOptions

  func validate() throws {
    try files.resume == nil ? options.check() : options.checkThreads()
  }

  func run() throws {
    try Failure.reported {
      try ProcessorCheck.run()
      let trainer = try RunStart(options: options, files: files).trainer()
      trainer.makesReadings = false
      let kept = try KeptFiles(files, trainer)
      var run = HeadlessRun(trainer: trainer, files: kept)
      if let signal = try run.run() { throw ExitCode(128 + signal) }
    }
  }
}
