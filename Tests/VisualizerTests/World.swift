import Canvas
import Moves
import Training

@testable import Visualizer

/// The app joined to a real trainer without threads: requests are carried out when the test says.
struct World {
  private(set) var tandem: Tandem
  private let source: TrainerSource

  var app: App {
    get { tandem.app }
    set { tandem.app = newValue }
  }
  /// Steps that are made together at most.
  var burst: Int {
    get { tandem.burst }
    set { tandem.burst = newValue }
  }
  var time: Double { tandem.time }
  var pending: [Effect] { tandem.pending }
  var timeline: Timeline { source.timeline }
  var trainer: Trainer { source.trainer }

  init(
    lesson: String = "line", steps: Int = 200, animates: Bool = true,
    change: (inout Hyperparameters) -> Void = { _ in }
  ) throws {
    var chosen = Lessons.named(lesson)?.defaults ?? Hyperparameters()
    chosen.steps = steps
    change(&chosen)
    source = TrainerSource(
      try Trainer(lesson: lesson, hyperparameters: chosen), sampleLength: 20)
    let app = App(
      run: source.facts, reading: source.trainer.firstReading(),
      options: App.Options(animates: animates))
    tandem = Tandem(app, source)
  }

  mutating func tell(_ event: Event) { tandem.tell(event) }

  mutating func tell(_ news: News) { tell(.news(news)) }

  mutating func press(_ keys: Key...) { tell(.keys(keys)) }

  mutating func pass(_ seconds: Double) { tandem.pass(seconds) }

  mutating func pass(until end: Double) { pass(end - time) }

  mutating func takeFirst() -> Effect { tandem.takeFirst() }

  mutating func settle(atMost count: Int = .max) { tandem.settle(atMost: count) }

  mutating func rest(ticks: Int = 40) { tandem.rest(ticks: ticks) }

  mutating func perform(_ effect: Effect) { tandem.perform(effect) }
}

extension App {
  mutating func update(_ news: News, at time: Double) -> [Effect] {
    update(.news(news), at: time)
  }
}
