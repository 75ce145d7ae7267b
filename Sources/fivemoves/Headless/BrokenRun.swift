internal import Moves
internal import Storage
internal import Training

/// A broken loop beside its twin, without a screen: until the end, or until it cannot go on.
struct BrokenRun {
  let twin: Twin
  private(set) var files: KeptFiles
  private let ledger: BrokenLedger
  private let remarks: [String]
  private var paper = Paper()

  init(twin: Twin, files: KeptFiles, remarks: [String]) {
    self.twin = twin
    self.files = files
    self.remarks = remarks
    ledger = BrokenLedger(twin)
  }

  private var steps: Int { twin.broken.facts.hyperparameters.steps }

  /// Returns the signal that ended it early; a step in progress is finished all the same.
  mutating func run() throws -> CInt? {
    Interruption.listen()
    for trainer in [twin.broken, twin.correct] {
      trainer.givesUpEvaluating = { Interruption.received != nil }
    }
    paper.say(ledger.opening)
    for remark in remarks { paper.say(remark) }
    do {
      while twin.comparison.steps < steps {
        if let signal = Interruption.received { return signal }
        try step()
      }
      if let signal = Interruption.received, twin.broken.evaluationIsDue { return signal }
    } catch let stop as Stop {
      try tell()
      throw stop
    }
    try tell()
    try files.saveLast(twin.broken)
    return nil
  }

  /// What it came to, with the signs of the mistake.
  private mutating func tell() throws {
    paper.say(ledger.account(twin, isLast: true))
    try files.add(twin)
  }

  private mutating func step() throws {
    var batches: [Batch] = []
    var last: StepSummary?
    repeat {
      let report = twin.advance()
      // An error that PyTorch would raise is what many a mistake is told by.
      if let stop = Stop(report, of: .broken),
        report.nonFinite != nil || twin.broken.exhaustion != nil
      {
        try files.add(stop)
        throw stop
      }
      if files.keepsBatches, report.move == .forward {
        batches += twin.broken.batch().map { [$0] } ?? []
      }
      last = report.summary
    } while last == nil
    guard let summary = last else { return }
    try files.add(summary, batches)
    paper.show(ledger.line(for: summary), keeping: ledger.isMilestone(summary))
    try stopWithTwin()
    try evaluateIfDue()
    if twin.comparison.steps == twin.comparison.stepsToGuess, steps > twin.comparison.steps {
      try files.add(twin)
      paper.say(ledger.account(twin))
    }
  }

  /// A loop beside a twin that is lost has nothing to be compared with.
  private func stopWithTwin() throws {
    guard let report = twin.lostTwin, var stop = Stop(report, of: .twin) else { return }
    try files.add(stop)
    stop.advice = "There is nothing left to compare with; try a lower --learning-rate."
    throw stop
  }

  private mutating func evaluateIfDue() throws {
    guard twin.broken.evaluationIsDue else { return }
    let report = twin.evaluate()
    if report.isPartial { return }
    try files.add(report)
    paper.say(ledger.line(for: report))
  }
}
