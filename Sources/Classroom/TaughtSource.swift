public import Moves
internal import Wire

/// A run whose news goes to a class on the way.
public final class TaughtSource: Source {
  private let source: any Source
  private let server: ClassServer
  private var recorder: Recorder
  private var retelling = Retelling()
  private var isKept = true
  private var told: Attendance?
  private var counted = Question.Tally()

  public init(_ source: any Source, reading: Reading?, version: String, server: ClassServer) {
    (self.source, self.server) = (source, server)
    recorder = Recorder(version: version, tellsAsides: true)
    isKept = server.append(recorder.begin(RunLine(source.facts, reading: reading)))
  }

  public var facts: RunFacts { source.facts }
  public var abilities: Abilities { source.abilities.union(.asking) }

  public func foretell(_ tell: (News) -> Void) {
    source.foretell(tell)
    tellAttendance(tell)
  }

  public func glance(_ tell: (News) -> Void) {
    source.glance(tell)
    tellAttendance(tell)
  }

  /// Before the teacher's screen can show it, the class can be told of it.
  public func perform(
    _ request: Request, goesOn: () -> Bool, tell: (News) -> Void
  ) throws {
    try source.perform(request, goesOn: goesOn) { news in
      pass(on: news, tell)
      tell(news)
    }
  }

  private func pass(on news: News, _ tell: (News) -> Void) {
    guard isKept else { return }
    let lines = recorder.text(for: news)
    isKept = server.append(lines)
    if retelling.take(news, isWritten: !lines.isEmpty), let retold = retelling.retold {
      server.tell(retold)
    }
    if !isKept {
      tell(.noted("The class sees nothing new from here on: there is no room to keep it."))
    }
  }

  private func tellAttendance(_ tell: (News) -> Void) {
    let tally = server.tally
    if tally.number > 0, tally != counted {
      counted = tally
      tell(.tallied(tally))
    }
    let attendance = server.attendance
    guard attendance != told else { return }
    told = attendance
    tell(.attended(attendance))
  }
}
