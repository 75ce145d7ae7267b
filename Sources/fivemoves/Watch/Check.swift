internal import Canvas
internal import Moves
internal import Platform
internal import Recordings
internal import Storage
internal import Terminal
internal import Visualizer
internal import Watching

/// A training loop that nobody looks at: a line a step, and in the end what is wrong with it.
struct Check {
  private let connection: Connection
  private let source: any Source
  private let steps: Int?
  private var seen = Seen()

  private struct Seen {
    var steps = 0
    var signs: [Sign] = []
    var ending: String?
  }

  /// A mistake was found.
  static let foundCode: CInt = 3
  /// Nothing was trained that could be seen: a check that looked at nothing has not passed.
  static let unseenCode: CInt = 1

  init(
    _ connection: Connection, steps: Int?, log: RunLog?, ranks: RankPlace? = nil
  ) throws {
    (self.connection, self.steps) = (connection, steps)
    source = try RecordOptions.recorded(
      LiveSource(connection, ranks: ranks, isFree: true), reading: nil, in: log)
  }

  /// - Parameter ending: the code that the command ended with, where it has.
  /// - Returns: the code to leave with.
  mutating func run(stop: () -> Void = {}, ending: () -> CInt?) throws -> CInt {
    ProgramMemory.givesBackCode()
    while seen.ending == nil, seen.steps < steps ?? .max {
      var news: [News] = []
      try source.perform(.steps(atMost: 1, seconds: 0), goesOn: { true }) { news.append($0) }
      news.forEach { take($0) }
    }
    let isCut = seen.ending == nil
    if isCut { stop() }
    connection.leave()
    let code = ending() ?? 0
    tellVerdict()
    if !isCut, code != 0 { return code }
    if !seen.signs.isEmpty { return Self.foundCode }
    return seen.steps == 0 ? Self.unseenCode : 0
  }

  private mutating func take(_ news: News) {
    switch news {
    case .ran(let summaries, _): summaries.forEach { take($0) }
    case .moved(let report): report.summary.map { take($0) }
    case .evaluated(let report): say(report)
    case .signs(let signs): seen.signs = signs
    case .ranked(let reports): reports.forEach { say($0) }
    case .noted(let words): Self.print(words)
    case .ended(let words): seen.ending = words
    default: break
    }
  }

  private mutating func take(_ summary: StepSummary) {
    seen.steps = summary.step
    let parts = parts(of: summary)
    let clipped = summary.clipped == true ? " clipped" : ""
    let figures = [
      "step \(summary.step)", summary.loss.map { "loss \(Figure.measured($0))\(parts)" },
      summary.gradNorm.map { "norm \(Figure.measured($0))\(clipped)" },
      summary.learningRate.map { "lr \(Figure.rate($0))" },
    ]
    Self.print(figures.compactMap(\.self).joined(separator: "  "))
  }

  /// What a step's loss was made of, where it was more than one.
  private func parts(of summary: StepSummary) -> String {
    let losses = summary.microLosses
    guard losses.count > 1, let loss = summary.loss else { return "" }
    let mean = losses.reduce(0, +) / Float(losses.count)
    return abs(loss - mean) <= 1e-5 * abs(mean)
      ? " (mean of \(losses.count))" : " (of \(losses.count) parts)"
  }

  private func say(_ report: EvaluationReport) {
    let batches = report.batches.map { " of \($0.counted("batch", "batches"))" } ?? ""
    let loss =
      report.validationLoss.map { "evaluated: mean loss\(batches) \(Figure.measured($0))" }
      ?? "an evaluation\(batches) whose loss cannot be seen from here"
    Self.print("after step \(report.step)  \(loss)")
  }

  private func say(_ report: RankReport) {
    guard let loss = report.loss else { return }
    Self.print("step \(report.step)  rank \(report.rank)  loss \(Figure.measured(loss))")
  }

  private func tellVerdict() {
    let (name, count) = (connection.greeting.name, seen.steps.counted("training step"))
    guard !seen.signs.isEmpty else {
      return Self.print(
        seen.steps == 0
          ? "\(name): no training step was seen, so nothing was checked."
          : "\(name): \(count), no mistake was found in the loop.")
    }
    Self.print("\(name): \(count), and this is wrong with the loop:")
    for sign in seen.signs { Self.print("- \(sign.words)") }
  }

  /// The command's own output stays as it is: what is said here goes beside it.
  private static func print(_ words: String) { Printer.error.print("fivemoves: \(words)") }
}

extension Watch {
  /// Runs a command to its end, and judges its training loop.
  func check(_ command: [String]) throws -> CInt {
    let log = try recording.opened()
    for number in [SIGINT, SIGQUIT] { signal(number, SIG_IGN) }
    let start = try begin(command, isHeld: false, output: nil)
    defer { start.folder.remove() }
    guard let connection = try meet(start, nil) else {
      let code = try unseen(start.script, nil)
      return code == 0 ? Check.unseenCode : code
    }
    var check = try Check(
      connection, steps: steps, log: log,
      ranks: allRanks ? RankPlace(start.folder, tellsLoss: true) : nil)
    return try check.run(
      stop: { start.script.send(SIGTERM) },
      ending: { start.script.ending(waits: true) })
  }
}
