public import Moves

/// Turns what a run tells into the lines of its recording. What was gone back behind and is made
/// again is in it already, and so is not written twice.
public struct Recorder {
  private let version: String
  /// Whether it is told what the person has open.
  private let tellsViews: Bool
  /// Whether an evaluation beside a twin is told of wherever the run stands: the comparison has it.
  private let tellsAsides: Bool
  private var context: WireContext?
  private var first: Reading?
  private var now = Moment(completedSteps: 0)
  private var newest = Moment(completedSteps: 0)
  /// Where the loop was broken.
  private var breaking: Moment?
  private var found: SignsLine?

  /// - Parameter version: of the program.
  public init(version: String, tellsViews: Bool = false, tellsAsides: Bool = false) {
    (self.version, self.tellsViews, self.tellsAsides) = (version, tellsViews, tellsAsides)
  }

  /// The line that begins a run.
  /// - Parameter step: the step that the run goes on after.
  public mutating func begin(_ line: RunLine, after step: Int = 0, at time: Double? = nil) -> String
  {
    text(start(line, after: step), at: time)
  }

  /// The lines of what was told, each with its end; empty for what a recording does not have.
  public mutating func text(for news: News, at time: Double? = nil) -> String {
    events(for: news).map { text($0, at: time) }.joined()
  }

  /// What the person has open now.
  public func text(for view: View, at time: Double? = nil) -> String { text(.view(view), at: time) }

  /// Of a move the line of its own; the step's comes from elsewhere.
  public mutating func text(forMove report: MoveReport) -> String {
    var report = report
    report.summary = nil
    return events(for: .moved(report)).map { text($0, at: nil) }.joined()
  }

  private func text(_ event: Line.Event, at time: Double?) -> String {
    Line(event, at: time).text(version: version, in: context) + "\n"
  }

  private mutating func start(_ line: RunLine, after step: Int) -> Line.Event {
    self = Recorder(version: version, tellsViews: tellsViews, tellsAsides: tellsAsides)
    var line = line
    line.tellsViews = tellsViews
    first = line.reading
    context = WireContext(line.facts, reading: first)
    (now, newest) = (Moment(completedSteps: step), Moment(completedSteps: step))
    return .run(line)
  }

  private mutating func learn(_ facts: RunFacts, _ event: Line.Event) -> Line.Event {
    context = WireContext(facts, reading: first)
    return event
  }

  private mutating func events(for news: News) -> [Line.Event] {
    switch news {
    case .started(let facts, let reading): [start(RunLine(facts, reading: reading), after: 0)]
    case .learned(let facts): [learn(facts, .learned(facts))]
    case .moved(let report): take(report)
    case .ran(let summaries, let lastMoves): take(summaries, lastMoves)
    case .evaluated(let report): tells(report) ? [.evaluation(report)] : []
    case .sampled(let report): isAtNewest ? [.sample(report)] : []
    case .checked(let check): isAtNewest ? [.check(check)] : []
    case .watching(let watched, _): [.watch(watched)]
    case .travelled(let arrival): arrive(arrival)
    case .broke(let breakage, let facts): breakLoop(breakage, facts)
    case .mended(let mending, let facts): mend(mending, facts)
    case .found(let findings): take(findings)
    case .signs(let signs): take(SignsLine(step: now.completedSteps, signs))
    case .ended(let why): [.end(why)]
    case .foreseen, .evaluating, .sampling, .travelling, .refused, .noted, .viewed, .driven,
      .ranked,
      .printed, .presented, .attended, .tallied, .finished:
      []
    }
  }

  private var isAtNewest: Bool { now == newest }

  private func tells(_ report: EvaluationReport) -> Bool {
    isAtNewest || tellsAsides && report.twinValidationLoss != nil
  }

  private mutating func take(_ report: MoveReport) -> [Line.Event] {
    var report = report
    now = Moment(after: report)
    guard now > newest else { return [] }
    newest = now
    let summary = report.summary.map { [Line.Event.step($0)] } ?? []
    report.summary = nil
    report.changeReading { $0.without(dataOf: first) }
    return [.move(report)] + summary
  }

  private mutating func take(
    _ summaries: [StepSummary], _ lastMoves: [MoveReport]
  ) -> [Line.Event] {
    var lines: [Line.Event] = []
    for summary in summaries.dropLast() where summary.step > newest.completedSteps {
      now = Moment(completedSteps: summary.step)
      newest = now
      lines.append(.step(summary))
    }
    guard let last = summaries.last else { return lines }
    for var report in lastMoves where Moment(after: report) > newest {
      report.summary = nil
      report.changeReading { $0.without(dataOf: first) }
      lines.append(.move(report))
    }
    now = Moment(completedSteps: last.step)
    if now > newest { lines.append(.step(last)) }
    newest = max(now, newest)
    return lines
  }

  private mutating func arrive(_ arrival: Arrival) -> [Line.Event] {
    now = arrival.moment
    return []
  }

  private mutating func breakLoop(_ breakage: Breakage, _ facts: RunFacts) -> [Line.Event] {
    (breaking, newest, found) = (now, now, nil)
    return [learn(facts, .broke(BreakLine(step: now.completedSteps, breakage, facts)))]
  }

  private mutating func mend(_ mending: Mending, _ facts: RunFacts) -> [Line.Event] {
    if mending == .fromBefore, let breaking { now = breaking }
    (newest, breaking, found) = (now, nil, nil)
    return [learn(facts, .mended(MendLine(step: now.completedSteps, mending, facts)))]
  }

  private mutating func take(_ findings: Findings) -> [Line.Event] {
    take(SignsLine(step: now.completedSteps, findings.signs, ending: findings.ending))
  }

  /// Written where it says something else than the last.
  private mutating func take(_ line: SignsLine) -> [Line.Event] {
    var last = found
    last?.step = line.step
    guard last != line else { return [] }
    found = line
    return [.signs(line)]
  }
}
