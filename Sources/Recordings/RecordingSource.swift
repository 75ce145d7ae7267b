public import Moves
internal import Platform
internal import Wire

/// A run that was written down: it goes back and forth in its file, and trains nothing.
public final class RecordingSource: Source {
  let store: LineStore
  var index: RecordingIndex
  /// The part of the file that is played, and what its beginning says.
  var part = 0
  /// The part whose loop was told of last: a screen that follows another may stand in one before it.
  var entered = 0
  public internal(set) var facts: RunFacts
  public internal(set) var reading: Reading?
  var context: WireContext
  /// Where the next line stands, and what was played up to there: how many of this part's steps.
  var cursor: Int
  var made = 0
  var now: Moment
  /// What a broken run and its twin have come to, up to the newest step that was played.
  var comparison: Comparison?
  var comparedSteps = 0
  var comparedPlace = 0
  /// Whether the recording tells what its maker had open, and with it when a verdict shows.
  var tellsViews: Bool
  /// Whether a page is open, and one was opened here for the verdict.
  var isOnPage = false
  var isVerdictTold = false
  /// Whether the verdict on this part lies behind.
  var hasPassedVerdict = false
  /// What the class is asked where this stands.
  var question: Question?
  /// What was guessed of this part's loop.
  var guess: CurveGuess?
  /// Whether what lies ahead in a part is told where it begins.
  var foretells = true
  var findings: SignsLine?
  /// Up to here the signs of a mistake were told.
  var signsTold = 0
  /// Up to here it was told that a script goes on by itself: who looks back and on again stays.
  var releasesTold = 0
  /// When the last stop was made, and when it is made here.
  var lastTime: Double?
  var lastMade = 0.0
  /// Whether it comes from a run that goes on elsewhere: what is not there yet is not waited for here.
  public var isLive = false
  /// Whether what was written since is told ahead of its being played.
  public var foretellsGrowth = true
  /// Whether a move waits a moment at the end of what is written.
  public var waitsForMore = true
  /// Whether the recorded pace is kept; whoever writes a film of it keeps the time himself.
  public var isPatient = true
  private let grows: () -> Bool
  /// Whether there may be more than was taken in: the end is looked at once more when all is written.
  private(set) var isGrowing = true
  /// What is said of a file that is another program's, once it is read.
  private var note: () -> String? = { nil }

  /// - Parameters:
  ///   - descriptor: of a regular file, which is closed in the end.
  ///   - name: of the file, for messages.
  ///   - grows: whether somebody still writes it.
  /// - Parameter maxNorm: the ceiling of the gradients' norm, which other programs' files do not tell.
  public convenience init(
    _ descriptor: CInt, name: String, maxNorm: Double?, follows: Bool = false,
    grows: @escaping () -> Bool
  ) throws(RecordingError) {
    let format: Format
    do throws(RecordingError) {
      format = try Self.format(of: descriptor, name: name, grows: grows)
      if format == .own, maxNorm != nil { throw RecordingError(name, .tellsCeiling) }
    } catch {
      close(descriptor)
      throw error
    }
    if case .own = format {
      try self.init(descriptor, name: name, grows: grows)
      return
    }
    let translation = try Translation(format, descriptor, name: name, maxNorm: maxNorm)
    try self.init(translation.target, name: name) {
      // Its end is written with it: such a file is replaced, not added to.
      let isGrowing = grows() && !(follows && format == .trainerState)
      translation.pump(isComplete: !isGrowing)
      return isGrowing
    }
    note = { translation.remark }
  }

  /// Waits until enough of it is there.
  private static func format(
    of descriptor: CInt, name: String, grows: () -> Bool
  ) throws(RecordingError) -> Format {
    var start = [UInt8](repeating: 0, count: Format.most)
    while true {
      let isGrowing = grows()
      let count = max(pread(descriptor, &start, start.count, 0), 0)
      if let format = Format(start[..<count]) { return format }
      guard isGrowing, count < start.count else {
        throw RecordingError(name, count == 0 ? .isEmpty : .unknown)
      }
      usleep(20_000)
    }
  }

  init(
    _ descriptor: CInt, name: String, grows: @escaping () -> Bool = { false }
  ) throws(RecordingError) {
    self.grows = grows
    store = LineStore(descriptor, grows: grows)
    index = RecordingIndex(at: store.markLength)
    // What is shown first, and whether moves are told, is known with the first step.
    while index.segments.allSatisfy({ $0.steps == 0 }) {
      let (known, isGrowing) = (index.place, grows())
      index.grow(store, lines: 1)
      if index.place > known { continue }
      if !index.segments.isEmpty || !isGrowing { break }
      usleep(20_000)
    }
    guard let first = index.segments.first else {
      if index.place == store.markLength { throw RecordingError(name, .isEmpty) }
      guard let (line, fault) = index.firstUnread else { throw RecordingError(name, .unknown) }
      throw RecordingError(name, .damaged(line: line, fault))
    }
    guard case .run(let line)? = store.event(at: first.header, in: nil) else {
      throw RecordingError(name, .unknown)
    }
    facts = line.good ?? line.facts
    (reading, tellsViews) = (line.reading, line.tellsViews)
    context = WireContext(facts, reading: reading)
    (cursor, now) = (first.body, Moment(completedSteps: first.base))
  }

  public var abilities: Abilities {
    var abilities: Abilities = [.back, .recorded]
    if index.segments.contains(where: \.hasMoves) { abilities.insert(.moves) }
    if nextTime != nil { abilities.insert(.recordedPace) }
    return abilities
  }

  /// What a person should know before the first key; nil where all is well.
  public var remark: String? {
    if let note = note() { return note }
    if index.format > RunLine.newest {
      return "This recording is of a later version: what this one does not know is left out."
    }
    guard let (line, fault) = index.firstUnread else { return nil }
    if index.isTorn, index.unread == 1 {
      return "The last line is torn, as a kill leaves it; all before it is here."
    }
    let others = index.unread > 1 ? " and \((index.unread - 1).counted("more line"))" : ""
    return "Line \(line)\(others) could not be read: \(fault)."
  }

  /// Reads the file through, and tells what is to come in its first part, so that it can be gone to at
  /// once. What is played meanwhile need not wait for it.
  public func foretell(_ tell: (News) -> Void) {
    if segment.base > 0, cursor == segment.body {
      tell(.travelled(Arrival(moment: now, moves: [])))
    }
    if !enterBrokenStart(tell) { foretell(to: index.place, tell) }
    grow(tell)
    // What was followed and open before the first move.
    if cursor == segment.body { absorb(tell) }
    if let remark { tell(.noted(remark)) }
  }

  /// What was written since.
  public func glance(_ tell: (News) -> Void) {
    grow(tell)
    if isLive { playAsides(tell) }
  }

  public func perform(
    _ request: Request, goesOn: () -> Bool, tell: (News) -> Void
  ) throws {
    grow(tell)
    switch request {
    case .move: move(goesOn, tell)
    case .moveAsRecorded: moveAsRecorded(goesOn, tell)
    case .step: step(goesOn, tell)
    case .steps(let most, let seconds): steps(atMost: most, seconds: seconds, goesOn, tell)
    case .travel(let journey): travel(journey, tell)
    case .watch, .look, .follow, .answer, .evaluate, .sample, .check, .breakLoop, .mend, .restart,
      .begin:
      return
    }
  }

  /// Steps that are told of, in all of its loops.
  public var steps: Int { index.segments.reduce(0) { $0 + $1.steps } }

  var segment: Segment { index.segments[part] }

  public var completedSteps: Int { now.completedSteps }

  /// Whether whoever reads this lets the script go on, by what it said last; nil where it said nothing.
  public var drives: Bool? { index.drives }

  /// Whether there is something that was told and not yet played.
  public var hasMore: Bool { cursor < segment.end || part + 1 < index.segments.count }

  /// Takes in what was written since, and tells it ahead.
  func grow(_ tell: (News) -> Void) {
    guard isGrowing else { return }
    isGrowing = grows()
    takeIn(tell)
  }

  private func takeIn(_ tell: (News) -> Void) {
    var ahead = Ahead()
    index.grow(
      store,
      tell: { number, event in if number == part, foretellsGrowth { ahead.take(event, tell) } })
    ahead.tellRest(tell)
  }

  /// Tells of the lines of this part before a place.
  func foretell(to end: Int, _ tell: (News) -> Void) {
    var (ahead, place, last) = (Ahead(), segment.body, segment.base)
    while place < min(segment.end, end), let found = store.line(at: place) {
      place = found.end
      guard let bytes = found.bytes, LineKind(bytes) != .move else { continue }
      switch try? Line.read(bytes, in: nil).event {
      case .step(let summary)? where summary.step > last:
        last = summary.step
        ahead.take(.step(summary), tell)
      case .evaluation(let report)?: ahead.take(.evaluation(report), tell)
      default: continue
      }
    }
    ahead.tellRest(tell)
  }
}

/// Steps and evaluations on their way to be told ahead, many at a time.
private struct Ahead {
  private var summaries: [StepSummary] = []
  private var evaluations: [EvaluationReport] = []

  mutating func take(_ event: Line.Event, _ tell: (News) -> Void) {
    if case .step(let summary) = event { summaries.append(summary) }
    if case .evaluation(let report) = event { evaluations.append(report) }
    if summaries.count + evaluations.count >= 1024 { tellRest(tell) }
  }

  mutating func tellRest(_ tell: (News) -> Void) {
    if !summaries.isEmpty || !evaluations.isEmpty { tell(.foreseen(summaries, evaluations)) }
    (summaries, evaluations) = ([], [])
  }
}

extension LineStore {
  /// What the line at a place tells; nil where it tells nothing.
  func event(at place: Int, in context: WireContext?) -> Line.Event? {
    line(at: place)?.bytes.flatMap { try? Line.read($0, in: context).event }
  }
}
