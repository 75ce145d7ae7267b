internal import ArgumentParser
internal import Moves
internal import Platform
internal import Training

/// `fivemoves bench`: how fast this machine trains.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measure how fast this machine trains.",
    usage: "fivemoves bench [<options>]",
    discussion: (["TASKS:"] + tasks.map { Entry($0.name, $0.words).lines }).joined(separator: "\n"))

  /// What is measured, in words.
  static var tasks: [(name: String, words: String)] {
    Lessons.benchTasks.map { ($0.name, "\($0.teaches), on \($0.data)") }
      + [("LESSON", "\(Lessons.all.map(\.name).listed(with: "or")), as it is trained")]
  }

  @Flag(help: "Print one JSON object instead of a table.")
  var json = false

  @Option(
    parsing: .unconditional, help: "Seconds for each task (default: 2).",
    transform: Typed.number)
  var seconds = 2.0

  @Option(help: "Only this task: a, b, c or a lesson.", completion: .list(Self.known))
  var task: String?

  @Option(
    parsing: .unconditional,
    help: "Threads that compute, up to the cores that there are (default: 1).",
    transform: Typed.whole)
  var threads = 1

  private static var known: [String] {
    ["a", "line", "spiral", "b", "names", "story", "c"]
  }

  func validate() throws {
    guard seconds > 0, seconds <= 600 else {
      throw ValidationError("--seconds must be above 0 and at most 600, not \(seconds.spelled).")
    }
    try Threads.check(threads)
    if let task, !Self.known.contains(task) {
      throw ValidationError(
        "--task must be one of \(Self.known.joined(separator: ", ")), not \(task).")
    }
  }

  func run() throws {
    try Failure.reported {
      try Printer.checkOutput()
      try ProcessorCheck.run()
      var report = BenchReport()
      report.peak = Trainer.peak()
      report.threads = threads
      say(BenchTable.opening(peak: report.peak, threads: report.threads))
      try Printer.checkFirstLine()
      for name in task.map({ [$0] }) ?? Self.known {
        let trainer = try Trainer(measuring: name)
        trainer.makesReadings = false
        trainer.threads = threads
        let found = Measurement(trainer, seconds: seconds)
        report.measurements.append(found)
        say(BenchTable.line(found, share: report.share(found)))
      }
      if task == nil { try measureTheRest(&report) }
      if json { Printer.output.print("\(report.json)") }
    }
  }

  private func measureTheRest(_ report: inout BenchReport) throws {
    let watched = Measurement(try Trainer(measuring: "story"), seconds: seconds)
    let cores = coreCount
    report.sessions = Int(Double(cores) / (4 * watched.medianSeconds))
    say("")
    say(BenchTable.closing(sessions: report.sessions, cores: cores))
    say("\nA step's time as the run, the network, the batch or the context grows:\n")
    let part = seconds / 4
    for measure in [
      Growth.inSteps, { try Growth.inLayers(seconds: part) },
      { try Growth.inBatch(seconds: part) }, { try Growth.inContext(seconds: part) },
      { try Growth.inWidth(seconds: part) },
    ] {
      let growth = try measure()
      report.growths.append(growth)
      say(BenchTable.line(growth, peak: report.peak))
    }
  }

  /// A line of the table, where that is what was asked for.
  private func say(_ line: String) {
    if !json { Printer.output.print(line) }
  }
}
