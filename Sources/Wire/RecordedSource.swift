public import Moves
internal import Platform

/// A source whose news is written down on the way.
public final class RecordedSource: Source {
  private let source: any Source
  private var recorder: Recorder
  /// Nil once it could not be written.
  private var write: ((String) throws -> Void)?
  private let start = now()

  /// - Parameter write: takes the next lines; what it throws ends the recording, not the run.
  public init(
    _ source: any Source, reading: Reading?, version: String,
    write: @escaping (String) throws -> Void
  ) throws {
    (self.source, self.write) = (source, write)
    recorder = Recorder(version: version, tellsViews: true)
    try write(recorder.begin(RunLine(source.facts, reading: reading), at: 0))
  }

  public var facts: RunFacts { source.facts }
  public var abilities: Abilities { source.abilities.union(.showing) }

  public func foretell(_ tell: (News) -> Void) { source.foretell(tell) }

  public func glance(_ tell: (News) -> Void) {
    source.glance { news in
      tell(news)
      write(down: news, tell)
    }
  }

  public func perform(
    _ request: Request, goesOn: () -> Bool, tell: (News) -> Void
  ) throws {
    if case .look(let view) = request {
      return attempt(tell) { try $0(recorder.text(for: view, at: now() - start)) }
    }
    if case .steps(let most, let seconds) = request, most > 1, write != nil {
      return try steps(atMost: most, seconds: seconds, goesOn, tell)
    }
    try source.perform(request, goesOn: goesOn) { news in
      tell(news)
      write(down: news, tell)
    }
  }

  /// A burst, a step at a time, so that every move is written; it is told of as the burst that it is.
  private func steps(
    atMost most: Int, seconds: Double, _ goesOn: () -> Bool, _ tell: (News) -> Void
  ) throws {
    let end = now() + seconds
    var burst = Burst()
    /// What the newest step told: whether it is the burst's last shows after it.
    var newest: [News] = []
    repeat {
      for news in newest { write(down: news.withoutReadings, tell) }
      newest = []
      try source.perform(.wholeStep, goesOn: goesOn) { news in
        if !burst.take(news) { burst.rest.append(news) }
        newest.append(news)
      }
    } while burst.summaries.count < most && burst.rest.isEmpty && now() < end && goesOn()
    for news in newest { write(down: news, tell) }
    if !burst.summaries.isEmpty { tell(.ran(burst.summaries, lastMoves: burst.lastMoves)) }
    burst.found.map { tell(.found($0)) }
    for news in burst.rest { tell(news) }
  }

  private func write(down news: News, _ tell: (News) -> Void) {
    attempt(tell) { write in
      let lines = recorder.text(for: news, at: now() - start)
      if !lines.isEmpty { try write(lines) }
    }
  }

  /// What cannot be written ends the recording, not the run.
  private func attempt(
    _ tell: (News) -> Void, _ record: ((String) throws -> Void) throws -> Void
  ) {
    guard let write else { return }
    do { try record(write) } catch {
      self.write = nil
      tell(.noted("The recording ends here: \(error)"))
    }
  }
}

/// What the steps of a burst told.
private struct Burst {
  var summaries: [StepSummary] = []
  var lastMoves: [MoveReport] = []
  var found: Findings?
  /// What ends it, and comes behind it.
  var rest: [News] = []

  mutating func take(_ news: News) -> Bool {
    switch news {
    case .ran(let made, let moves):
      summaries += made
      lastMoves = moves
    case .found(let findings) where rest.isEmpty && findings.ending == nil: found = findings
    default: return false
    }
    return true
  }
}

extension News {
  /// At full speed nobody sees what the network makes of each step's examples.
  fileprivate var withoutReadings: News {
    guard case .ran(let summaries, var moves) = self else { return self }
    for index in moves.indices { moves[index].dropReading() }
    return .ran(summaries, lastMoves: moves)
  }
}
