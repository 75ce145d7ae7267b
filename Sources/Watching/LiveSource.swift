public import Moves
internal import Platform
internal import Recordings

/// A script that trains elsewhere: what it tells is kept and played like a recording, and where that
/// ends the script is asked to go on.
public final class LiveSource: Source {
  private let connection: Connection
  private let told: RecordingSource
  private let output: KeptOutput?
  private let ranks: Ranks?
  /// Whether the script goes on by itself, and is only read.
  private let isFree: Bool
  /// Whether it ran already when it was joined.
  private let isJoined: Bool
  /// Whether the newest is shown: it runs by itself until it is driven from here, or others drive it.
  private var isFollowed: Bool
  private var driver = Driver.thisScreen
  private var isOver = false
  /// Whether it was said that the script is gone, while there was more to go on through.
  private var isGoneTold = false

  /// - Parameter output: what the script prints meanwhile.
  /// - Throws: if what it tells is no run.
  public init(
    _ connection: Connection, _ output: KeptOutput? = nil, ranks place: RankPlace? = nil,
    isFree: Bool = false, isJoined: Bool = false
  ) throws {
    (self.connection, self.output) = (connection, output)
    (self.isFree, self.isJoined, isFollowed) = (isFree, isJoined, isJoined)
    let others = connection.greeting.worldSize - 1
    ranks = others > 0 ? place.map { Ranks(in: $0, tellsEach: isFree) } : nil
    connection.begin()
    // Nobody looks at a check's processes again and again while they begin.
    if isFree, place?.tellsLoss == true { ranks?.meet(others) }
    told = try RecordingSource(
      connection.copyOfSpool(), name: connection.greeting.name, maxNorm: nil
    ) { connection.isOpen }
    told.isLive = true
    told.foretellsGrowth = isJoined
  }

  public var facts: RunFacts { told.facts }
  public var reading: Reading? { told.reading }
  public var abilities: Abilities {
    [.moves, .back, .elsewhere, isJoined ? [] : .startedHere]
  }

  public func foretell(_ tell: (News) -> Void) {
    told.foretell(tell)
    tellDriver(tell)
  }

  private var drives: Bool { told.drives ?? connection.greeting.drives }

  /// Where it is another than was told last.
  private func tellDriver(_ tell: (News) -> Void) {
    let now = !isFollowed ? Driver.thisScreen : drives ? .nobody : .anotherScreen
    if now != driver { tell(.driven(now)) }
    driver = now
  }

  /// Shows the newest from now on.
  private func follow(_ tell: (News) -> Void) {
    (isFollowed, told.foretellsGrowth) = (true, true)
    tellDriver(tell)
  }

  /// What is played goes on to whoever watches; the script's own end, and that it goes on by itself,
  /// matter here too.
  private func hear(_ news: News, _ tell: (News) -> Void) {
    if case .ended = news {
      isOver = true
      tellLastOfRanks(tell)
    }
    if case .driven(.nobody) = news {
      if !isFree { follow(tell) }
    } else {
      tell(news)
    }
  }

  public func perform(
    _ request: Request, goesOn: () -> Bool, tell: (News) -> Void
  ) throws {
    switch request {
    case .move, .step, .steps:
      if !drives, !isFree { return goOnAlone(request, goesOn, tell) }
    case .travel(.end) where isFollowed: return told.goToNewest(tell)
    case .travel: if isFollowed { hold(tell) }
    default: break
    }
    switch request {
    case .move: goOn(request, by: .move, goesOn, tell)
    case .step: goOn(request, by: .step(to: told.completedSteps + 1, seconds: nil), goesOn, tell)
    case .steps(let most, let seconds):
      let goal = told.completedSteps.addingReportingOverflow(most)
      let command = Command.step(
        to: goal.overflow ? .max : goal.partialValue, seconds: most > 1 ? seconds : nil)
      goOn(request, by: command, goesOn, tell)
    default: try told.perform(request, goesOn: goesOn, tell: tell)
    }
  }

  /// What the script does by itself: it evaluates, prints, and ends.
  public func glance(_ tell: (News) -> Void) {
    guard !isOver else { return }
    let wasOpen = connection.isOpen
    tellAside(tell)
    if isFollowed { told.follow(tell) }
    tellDriver(tell)
    told.glance { hear($0, tell) }
    if !wasOpen { close(tell) }
  }

  /// The script is gone. Who looked on is shown all that it told; who goes by key has yet to go
  /// through that.
  private func close(_ tell: (News) -> Void) {
    if isFollowed { told.goToEnd { hear($0, tell) } }
    if isOver { return }
    guard told.hasMore else { return end(tell) }
    if !isGoneTold { tell(.noted("\(Self.gone) What it told before that lies ahead.")) }
    isGoneTold = true
  }

  /// What is known already comes first; then the script makes more.
  private func goOn(
    _ request: Request, by command: Command, _ goesOn: () -> Bool, _ tell: (News) -> Void
  ) {
    if isFollowed { hold(tell) }
    var hasAsked = isFree
    while goesOn(), !isOver {
      let wasOpen = connection.isOpen
      tellAside(tell)
      if play(request, goesOn, tell) { return }
      guard wasOpen else { return end(tell) }
      if !hasAsked { connection.send(command) }
      hasAsked = true
      connection.wait(0.1)
    }
  }

  /// Somebody who looked on takes over: the script waits from its next move on. Where others drive it,
  /// it goes on, and what it tells lies ahead.
  private func hold(_ tell: (News) -> Void) {
    if drives {
      connection.send(.pause)
      connection.wait(0.2)
    }
    told.goToNewest(tell)
    (isFollowed, told.foretellsGrowth) = (false, !drives)
    tellDriver(tell)
  }

  /// Whoever came later goes on through what was told, up to the newest.
  private func goOnAlone(_ request: Request, _ goesOn: () -> Bool, _ tell: (News) -> Void) {
    guard !isFollowed else { return tell(.noted(Self.othersDrive)) }
    let before = told.completedSteps
    if !play(request, goesOn, tell), told.completedSteps == before { follow(tell) }
  }

  /// Through what was told already.
  /// - Returns: whether that was all that was asked for.
  private func play(_ request: Request, _ goesOn: () -> Bool, _ tell: (News) -> Void) -> Bool {
    var isMade = false
    try? told.perform(request, goesOn: goesOn) { news in
      isMade = isMade || news.answers(request)
      hear(news, tell)
    }
    return isMade
  }

  private static let othersDrive = "Another screen lets this script go on: here it is looked at."

  /// What goes on beside the moves.
  private func tellAside(_ tell: (News) -> Void) {
    if let lines = output?.newLines(), !lines.isEmpty { tell(.printed(lines)) }
    if let reports = ranks?.news() { tell(.ranked(reports)) }
  }

  /// A check has read all that each of them said.
  private func tellLastOfRanks(_ tell: (News) -> Void) {
    guard isFree, let ranks else { return }
    ranks.finish()
    if let reports = ranks.news() { tell(.ranked(reports)) }
  }

  private func end(_ tell: (News) -> Void) {
    isOver = true
    tellLastOfRanks(tell)
    tell(.ended(Self.gone))
  }

  private static let gone = "The script is gone: it ended without a word."
}

extension News {
  /// Whether it is what was asked for, or a reason to go no further.
  fileprivate func answers(_ request: Request) -> Bool {
    switch (self, request) {
    case (.ended, _), (.ran, _), (.evaluated, .move), (.evaluated, .steps): true
    case (.moved(let report), .step): report.completesStep
    case (.moved, _): true
    default: false
    }
  }
}
