internal import ArgumentParser

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
      throw ValidationError(
        "--break keeps no checkpoint, since a broken run begins anew each time; leave "
          + "\(files.resume == nil ? "--checkpoint" : "--resume") out.")
    }
  }

  func run() throws {
    try Failure.reported {
      try Printer.checkOutput()
      try ProcessorCheck.run()
      Interruption.leaveLongFilesToTheirWrites()
      var kept = try KeptFiles(files)
      var start = RunStart(options: options, files: files)
      let run = try start.run()
      try kept.begin(run, from: start.before)
      var headless = HeadlessRun(run, files: kept, start: start)
      if let signal = try headless.train() { throw ExitCode(128 + signal) }
    }
  }
}
