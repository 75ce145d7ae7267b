internal import Moves
internal import Notation
internal import Platform
internal import Recordings
internal import Storage
internal import Terminal
internal import Watching

/// A training loop that nobody looks at: a line a step, and in the end what is wrong with it.
struct Check {
  private let connection: Connection
  private let source: any Source
  private let steps: Int?
  /// Whether the script ran already when it was joined.
  private let isJoined: Bool
  private var seen = Seen()
  /// What other processes said of steps that the first has not told of yet.
  private var waiting: [RankReport] = []

  private struct Seen {
    var steps = 0
    /// Completed steps before the first that was seen.
    var before: Int?
    var signs: [Sign] = []
    var ending: String?
  }

  /// A mistake was found.
  static let foundCode: CInt = 3
  /// Nothing was trained that could be seen: a check that looked at nothing has not passed.
  static let unseenCode: CInt = 1

  init(
    _ connection: Connection, steps: Int?, log: RunLog?, ranks: RankPlace? = nil,
    isJoined: Bool = false
  ) throws {
    (self.connection, self.steps, self.isJoined) = (connection, steps, isJoined)
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
    if isCut {
      // What is wrong by then is told behind the last step.
      var news: [News] = []
      source.glance { news.append($0) }
      news.forEach { take($0) }
      stop()
    }
    connection.leave()
    let code = ending() ?? 0
    if !isCut { sayRanks(upTo: .max) }
    tellVerdict(isCut ? 0 : code)
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
    case .ranked(let reports):
      waiting += reports
      sayRanks(upTo: (seen.before ?? 0) + seen.steps)
    case .noted(let words): Self.print(words)
    case .ended(let words): seen.ending = words
    default: break
    }
  }

  private mutating func take(_ summary: StepSummary) {
    let before = seen.before ?? (isJoined ? summary.step - 1 : 0)
    (seen.before, seen.steps) = (before, summary.step - before)
    let parts = parts(of: summary)
    let clipped = summary.clipped == true ? " clipped" : ""
    let figures = [
      "step \(summary.step)", summary.loss.map { "loss \(Figure.measured($0))\(parts)" },
      summary.gradNorm.map { "norm \(Figure.measured($0))\(clipped)" },
      summary.learningRate.map { "lr \(Figure.rate($0))" },
      summary.isSkipped ? "skipped by the gradient scaler: inf or NaN gradients" : nil,
    ]
    Self.print(figures.compactMap(\.self).joined(separator: "  "))
    sayRanks(upTo: summary.step)
  }

  /// The other processes' lines of a step stand under its own.
  private mutating func sayRanks(upTo step: Int) {
    for report in waiting where report.step <= step { say(report) }
    waiting.removeAll { $0.step <= step }
  }

  /// What a step's loss was made of, where it was more than one.
  private func parts(of summary: StepSummary) -> String {
    let losses = summary.microLosses
    guard losses.count > 1, let loss = summary.loss else { return "" }
    let sum = losses.reduce(0, +)
    let (mean, passes) = (
      sum / Float(losses.count), "the losses of \(losses.count) backward passes"
    )
    if abs(loss - mean) <= 1e-5 * abs(mean) { return " (mean of \(losses.count))" }
    return abs(loss - sum) <= 1e-5 * abs(sum) ? " (sum of \(passes))" : " (made of \(passes))"
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

  /// - Parameter code: that the command ended with by itself.
  private func tellVerdict(_ code: CInt) {
    let (name, steps) = (connection.greeting.name, seen.steps.counted("training step"))
    let before = seen.before ?? 0
    let count = before > 0 ? "\(steps) from step \(before + 1) on" : steps
    guard !seen.signs.isEmpty else {
      let end = code == 0 ? "no" : "it ended with status \(code) before a"
      return Self.print(
        seen.steps == 0
          ? "\(name): \(end) training step was \(code == 0 ? "seen" : "complete"), so nothing was "
            + "checked."
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
    do {
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
    } catch {
      return try outlive(error) { start.script.ending(waits: true) }
    }
  }
}
