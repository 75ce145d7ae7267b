public import Moves
internal import Recordings

/// A teacher's run: what is told of it is kept and played like a recording, which stands where the
/// teacher's screen does, or where one looks alone.
public final class FollowedSource: Source {
  private let link: ClassLink
  private var told: RecordingSource
  private var number: Int
  private var isAlone = false
  private var isOver = false
  /// What was told again and shown here.
  private var shown: Retold?

  /// - Throws: if what is told is no run.
  public init(_ link: ClassLink) throws {
    self.link = link
    link.begin()
    (told, number) = (try Self.recording(of: link), link.number)
  }

  private static func recording(of link: ClassLink) throws(RecordingError) -> RecordingSource {
    let recording = try RecordingSource(
      link.copyOfSpool(), name: "class \(link.code)", maxNorm: nil
    ) { link.isOpen }
    recording.waitsForMore = false
    return recording
  }

  public var facts: RunFacts { told.facts }
  public var reading: Reading? { told.reading }
  public var abilities: Abilities { [.moves, .back, .recorded, .following] }

  public func foretell(_ tell: (News) -> Void) {
    tell(.attended(Attendance(code: link.code)))
    told.foretell(tell)
    catchUp(tell)
  }

  public func glance(_ tell: (News) -> Void) { catchUp(tell) }

  public func perform(
    _ request: Request, goesOn: () -> Bool, tell: (News) -> Void
  ) throws {
    switch request {
    case .follow(let follows):
      isAlone = !follows
      catchUp(tell)
    case .travel(let journey):
      isAlone = true
      told.look(journey, tell)
    case .move, .step, .steps:
      isAlone = true
      try told.perform(request, goesOn: goesOn, tell: tell)
    case .answer(let number, let choice):
      link.send(#"{"type":"answer","question":\#(number),"choice":\#(choice)}"#)
    default: return
    }
  }

  private func catchUp(_ tell: (News) -> Void) {
    let wasOpen = link.isOpen
    if link.number != number { beginAfresh(tell) }
    let (present, retold) = (link.present, link.retold)
    told.glance(tell)
    // What one has looked around in is gone.
    if told.isDropped, !isOver { isAlone = false }
    if let present, isAlone || stand(with: present, retold, tell) {
      tell(.presented(present))
    }
    guard !wasOpen, !isOver else { return }
    (isOver, isAlone) = (true, true)
    tell(
      .ended(
        "Your teacher has left. You still have all that was shown: the arrow keys look around, q leaves."
      )
    )
  }

  /// Where the teacher was told moves again, they count, and not those that were written.
  private func stand(with present: Present, _ retold: Retold?, _ tell: (News) -> Void) -> Bool {
    guard let retold, retold.now == present.now else {
      return stand(with: present, tell)
    }
    let isNew = retold != shown
    var hasArrived = isNew
    let isThere = stand(with: present) { news in
      guard case .travelled(let arrival) = news, arrival.moment == retold.now,
        !retold.moves.isEmpty
      else { return tell(news) }
      hasArrived = true
    }
    guard isThere else { return false }
    if hasArrived, !retold.moves.isEmpty { tell(.travelled(retold.arrival)) }
    shown = retold
    return true
  }

  private func stand(with present: Present, _ tell: (News) -> Void) -> Bool {
    told.stand(
      with: present.now, newest: present.newest.completedSteps, turns: present.turns, tell)
  }

  /// This side was too slow to be told all: the run so far comes once more.
  private func beginAfresh(_ tell: (News) -> Void) {
    let newest = link.number
    guard let recording = try? Self.recording(of: link) else { return }
    (told, number, isAlone) = (recording, newest, false)
    tell(.started(told.facts, told.reading))
    told.foretell(tell)
  }
}
