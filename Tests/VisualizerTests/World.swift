import Canvas
import Moves
import Training

@testable import Visualizer

/// The app joined to a real trainer without threads: effects are carried out when the test says.
struct World {
  var app: App
  private(set) var timeline: Timeline
  /// The run before its loop was broken.
  private var good: Timeline?
  private(set) var time = 0.0
  private(set) var pending: [Effect] = []
  /// Steps that are made together at most.
  var burst = 50

  var trainer: Trainer { timeline.trainer }

  init(
    lesson: String = "line", steps: Int = 200, animates: Bool = true,
    change: (inout Hyperparameters) -> Void = { _ in }
  ) throws {
    var chosen = Lessons.named(lesson)?.defaults ?? Hyperparameters()
    chosen.steps = steps
    change(&chosen)
    let trainer = try Trainer(lesson: lesson, hyperparameters: chosen)
    timeline = Timeline(trainer)
    app = App(
      run: trainer.facts, reading: trainer.firstReading(),
      options: App.Options(animates: animates))
  }

  mutating func tell(_ event: Event) {
    pending += app.update(event, at: time)
  }

  mutating func press(_ keys: Key...) { tell(.keys(keys)) }

  mutating func pass(_ seconds: Double) {
    time += seconds
    tell(.tick)
  }

  mutating func pass(until end: Double) { pass(end - time) }

  mutating func takeFirst() -> Effect { pending.removeFirst() }

  /// Carries out what was asked for until nothing is, or so many times.
  mutating func settle(atMost count: Int = .max) {
    var made = 0
    while !pending.isEmpty, made < count {
      perform(pending.removeFirst())
      made += 1
    }
  }

  /// The lights of a step take time; afterwards the screen is at rest.
  mutating func rest(ticks: Int = 40) {
    settle()
    for _ in 0..<ticks {
      pass(0.1)
      settle()
    }
  }

  mutating func perform(_ effect: Effect) {
    switch effect {
    case .move: trainer.evaluationIsDue ? evaluate() : move()
    case .step: finishStep()
    case .steps(let most, _): run(most)
    case .evaluate: evaluate()
    case .sample:
      tell(.sampling(step: trainer.completedSteps))
      tell(.sampled(trainer.sampleAside(length: 20)))
    case .check: tell(.checked(trainer.checkGradient()))
    case .travel(let journey): travel(journey)
    case .watch(let places): tell(.watching(trainer.watch(places)))
    case .breakLoop(let breakage): breakLoop(breakage)
    case .mend(let mending): mend(mending)
    case .restart(let seed): restart(seed)
    case .begin(let place, let seed): begin(place, seed)
    case .turnBack, .quit: return
    }
    tell(.finished)
  }

  private mutating func travel(_ journey: Journey) {
    guard let arrival = timeline.travel(journey, goesOn: { _, _ in true }) else { return }
    tell(.travelled(arrival))
  }

  private mutating func move() {
    tell(.moved(timeline.advance()))
    tellFindings()
  }

  private mutating func breakLoop(_ breakage: Breakage) {
    completeStep()
    guard let broken = try? timeline.broken(by: breakage, memory: 1 << 20) else { return }
    good = timeline
    timeline = broken
    tell(.broke(breakage, trainer.facts))
  }

  private mutating func mend(_ mending: Mending) {
    guard let before = good else { return }
    if mending == .fromHere { completeStep() }
    let mended =
      mending == .fromHere ? try? timeline.mended(like: before.trainer, memory: 1 << 20) : before
    timeline = mended ?? before
    good = nil
    tell(.mended(mending, trainer.facts))
  }

  private mutating func completeStep() {
    while timeline.moment.moves > 0 { tell(.moved(timeline.advance())) }
  }

  private mutating func tellFindings() {
    guard let twin = timeline.twin, timeline.moment.moves == 0 || !timeline.isFinite else { return }
    tell(.found(twin.findings))
  }

  private mutating func finishStep() {
    if trainer.evaluationIsDue { evaluate() }
    var reports: [MoveReport] = []
    timeline.finishStep { reports.append($0) }
    for report in reports { tell(.moved(report)) }
    tellFindings()
    if trainer.evaluationIsDue { evaluate() }
  }

  /// As the worker does, a burst at a time: so many steps fit into a frame's time here.
  private mutating func run(_ count: Int) {
    if trainer.evaluationIsDue { evaluate() }
    let stretch = timeline.makeSteps { $0 + 1 >= min(count, burst) }
    tell(.ran(stretch.summaries, lastMoves: stretch.lastMoves))
    tellFindings()
    if trainer.evaluationIsDue { evaluate() }
  }

  private mutating func evaluate() {
    tell(.evaluating(step: trainer.completedSteps))
    tell(.evaluated(timeline.run.evaluate()))
    tellFindings()
  }

  private mutating func restart(_ seed: UInt64) {
    var chosen = trainer.facts.hyperparameters
    chosen.seed = seed
    begin(trainer.facts.lesson.name, chosen)
  }

  private mutating func begin(_ place: Place, _ seed: UInt64) {
    guard let lesson = Lessons.named(place.lesson) else { return }
    var chosen = place.hyperparameters(from: lesson.defaults)
    chosen.seed = seed
    begin(place.lesson, chosen)
  }

  private mutating func begin(_ lesson: String, _ chosen: Hyperparameters) {
    guard let fresh = try? Trainer(lesson: lesson, hyperparameters: chosen) else { return }
    good = nil
    timeline = Timeline(fresh)
    tell(.started(fresh.facts, fresh.firstReading()))
  }
}
