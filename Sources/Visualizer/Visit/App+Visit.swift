internal import Canvas
internal import Moves

/// The first visit: words beside each move of the first step, until a person does something else.
extension App {
  /// From step 0 on, which is gone back to where the run is further on.
  mutating func beginVisit() {
    guard hasVisit, run.facts.recipe == .correct, !options.isBig, let place = visited else {
      return
    }
    visit = Visit()
    watch.open(at: place)
    guard run.now != Moment(completedSteps: 0) else {
      run.stage.detour = .none
      return
    }
    drive.isRunning = false
    tap(.travel(.home))
  }

  /// Whether there is a first step to walk through, or to go back to.
  var hasVisit: Bool {
    run.facts.lesson != nil && abilities.isSuperset(of: [.moves, .back, .watching])
  }

  /// Where there can be no visit the key says why.
  mutating func askForVisit() {
    beginVisit()
    guard hasVisit, visit == nil else { return }
    options.remark =
      options.isBig
      ? "The walk through step 1 has no room beside --big."
      : "The walk is through a good loop: b mends this one."
  }

  /// The parameter that is followed: one in the middle of the largest tensor.
  private var visited: ParameterPlace? {
    let largest = run.facts.tensors.indices.max {
      run.facts.tensors[$0].count < run.facts.tensors[$1].count
    }
    return largest.map { ParameterPlace(tensor: $0, element: run.facts.tensors[$0].count / 2) }
  }

  /// Nil where there is no visit, or it has come to its end.
  var visitPage: VisitPage? {
    guard visit != nil else { return nil }
    guard let live = run.stage.live else { return .welcome }
    let isFirst = live.step == 1 && run.now.completedSteps <= 1
    switch (isFirst, live.move) {
    case (true, .zeroGrad): return .zeroGrad
    case (true, .forward): return live.planned.microBatch == 1 ? .forward : .parts
    case (true, .backward): return live.planned.microBatch == 1 ? .backward : .parts
    case (true, .clip): return .clip
    case (true, .step): return isMeasured ? .evaluation : .step
    case (false, .zeroGrad): return live.step == 2 && live.planned.microBatches == 1 ? .again : nil
    default: return nil
    }
  }

  private var isMeasured: Bool {
    switch run.stage.detour {
    case .running, .done: true
    case .none, .sampling, .sampled, .checked: false
    }
  }

  /// What the page asks before the next move; what is infinite asks nothing.
  var visitAsks: Visit.Question? {
    switch visitPage {
    case .backward where run.facts.settings.parts == 1: .clipped
    case .parts
    where run.stage.live?.planned.microBatch == run.facts.settings.parts
      && run.stage.live?.move == .backward:
      .clipped
    case .clip where watch.soFar.now?.gradient.map { $0 != 0 } ?? false: .grows
    default: nil
    }
  }

  /// Whether the key belongs to the visit, which then has taken it.
  mutating func visitTakes(_ key: Key) -> Bool {
    guard let page = visitPage else { return false }
    if key == .escape {
      endVisit()
      return true
    }
    if let question = visitAsks, key == .character("y") || key == .character("n") {
      visit?.answer(question, key == .character("y"))
      former = nil
      tap(.move)
      return true
    }
    guard Action(key) == .move else { return false }
    if question?.truth != nil { goOnFromQuestion() }
    former = nil
    goOn(from: page)
    return true
  }

  /// One key is one screen: the other micro-batches are one.
  private mutating func goOn(from page: VisitPage) {
    let others = run.facts.settings.parts - 1
    for _ in 0..<(page == .backward ? max(2 * others, 1) : 1) { tap(.move) }
  }

  /// Who steps, runs or travels has left.
  mutating func leaveVisit(for action: Action) {
    switch action {
    case .step, .stepBack, .stepOn, .home, .end, .run, .restart, .newSeed: endVisit()
    default: break
    }
  }

  /// Who ends it before its end is told how to come back to it.
  private mutating func endVisit() {
    if visitPage != nil { options.remark = Self.wayBack }
    visit = nil
  }

  private static let wayBack = "The walk through step 1 ends here: ? then v begins it again."
}
