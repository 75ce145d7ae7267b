import Canvas
import Moves
import Training

@testable import Visualizer

/// The app joined to a real trainer without threads: requests are carried out when the test says.
struct World {
  var app: App
  private let source: TrainerSource
  private(set) var time = 0.0
  private(set) var pending: [Effect] = []
  /// Steps that are made together at most.
  var burst = 50

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
    app = App(
      run: source.facts, reading: source.trainer.firstReading(),
      options: App.Options(animates: animates))
  }

  mutating func tell(_ event: Event) {
    pending += app.update(event, at: time)
  }

  mutating func tell(_ news: News) { tell(.news(news)) }

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

  /// As the worker does, a burst at a time: so many steps fit into a frame's time here.
  mutating func perform(_ effect: Effect) {
    guard case .request(var request) = effect else { return }
    if case .steps(let most, _) = request {
      request = .steps(atMost: min(most, burst), seconds: 1e6)
    }
    var told: [News] = []
    source.serve(request, goesOn: { true }, tell: { told.append($0) })
    for news in told { tell(news) }
  }
}

extension App {
  mutating func update(_ news: News, at time: Double) -> [Effect] {
    update(.news(news), at: time)
  }
}
