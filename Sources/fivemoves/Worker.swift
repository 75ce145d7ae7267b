internal import Moves
internal import Terminal
internal import Training
internal import Visualizer

/// Owns the trainer and carries out effects one by one, telling the inbox what happened.
actor Worker {
  var timeline: Timeline
  /// The run as it was before its loop was broken.
  var good: Timeline?
  let inbox: Inbox
  private let throttle: Throttle?
  /// Bytes for going back.
  let memory: Int
  let inKiosk: Bool
  private let clock = ContinuousClock()
  /// How long the last whole step took: the next one may be the last that fits.
  private var stepTime = Duration.zero

  init(
    trainer: sending Trainer, inbox: Inbox, throttle: Throttle?, memory: Int, inKiosk: Bool
  ) {
    timeline = Timeline(trainer, memory: memory)
    (self.memory, self.inKiosk) = (memory, inKiosk)
    self.inbox = inbox
    self.throttle = throttle
  }

  private var trainer: Trainer { timeline.trainer }

  /// Carries out the effects in order until the stream ends.
  func serve(_ effects: AsyncStream<Effect>) async {
    for await effect in effects {
      let start = now()
      perform(throttle?.narrowed(effect) ?? effect)
      throttle?.rest(after: effect, since: start)
      inbox.post(.finished)
    }
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .move: move()
    case .step: step()
    case .steps(let most, let seconds): steps(atMost: most, seconds: seconds)
    case .evaluate: detour()
    case .sample: sample()
    case .check: inbox.post(.checked(trainer.checkGradient()))
    case .travel(let journey): travel(journey)
    case .watch(let places): inbox.post(.watching(trainer.watch(places)))
    case .breakLoop(let breakage): breakLoop(breakage)
    case .mend(let mending): mend(mending)
    case .restart(let seed): restart(seed: seed)
    case .begin(let place, let seed): begin(place, seed: seed)
    case .turnBack, .quit: break
    }
  }

  /// An evaluation that is due is a stop of its own on the way.
  private func move() {
    if trainer.evaluationIsDue { return detour() }
    inbox.post(.moved(timeline.advance()))
    tellFindings()
  }

  private func step() {
    detourIfDue()
    timeline.finishStep { inbox.post(.moved($0)) }
    tellFindings()
    detourIfDue()
  }

  /// The last step is the one that may be the last to fit into the time.
  private func steps(atMost most: Int, seconds: Double) {
    detourIfDue()
    let end = clock.now + .seconds(seconds)
    var start = clock.now
    let stretch = timeline.makeSteps { made in
      if made > 0 { stepTime = clock.now - start }
      start = clock.now
      return made + 1 >= most || start + stepTime >= end
    }
    stepTime = clock.now - start
    inbox.post(.ran(stretch.summaries, lastMoves: stretch.lastMoves))
    tellFindings()
    detourIfDue()
  }

  /// Tells of the way every so often, while it takes long enough to be seen.
  private func travel(_ journey: Journey) {
    inbox.beginJourney()
    var nextWord = clock.now + .milliseconds(100)
    let arrival = timeline.travel(journey) { made, count in
      if clock.now > nextWord {
        inbox.post(.travelling(made: made, of: count))
        nextWord = clock.now + .milliseconds(100)
      }
      return !inbox.isTurningBack
    }
    if let arrival { inbox.post(.travelled(arrival)) }
  }

  private func detourIfDue() {
    if trainer.evaluationIsDue { detour() }
  }

  private func detour() {
    inbox.post(.evaluating(step: trainer.completedSteps))
    inbox.post(.evaluated(timeline.run.evaluate()))
    tellFindings()
  }

  private func sample() {
    inbox.post(.sampling(step: trainer.completedSteps))
    inbox.post(.sampled(trainer.sampleAside(length: 200)))
  }

  private func restart(seed: UInt64) {
    let last = good?.trainer ?? trainer
    var hyperparameters = last.facts.hyperparameters
    hyperparameters.seed = seed
    attempt { try begin(last.facts.lesson.name, hyperparameters, last.text) }
  }

  private func begin(_ place: Place, seed: UInt64) {
    guard let lesson = Lessons.named(place.lesson) else { return }
    var hyperparameters = place.hyperparameters(from: lesson.defaults)
    hyperparameters.seed = seed
    attempt {
      try checkRoom(from: "The lesson \(place.lesson) needs", 1, place.lesson, hyperparameters, nil)
      try begin(place.lesson, hyperparameters, nil)
    }
  }

  private func begin(
    _ lesson: String, _ hyperparameters: Hyperparameters, _ text: OwnText?
  ) throws {
    let fresh = try Trainer(lesson: lesson, hyperparameters: hyperparameters, text: text)
    fresh.threads = trainer.threads
    good = nil
    timeline = Timeline(fresh, memory: memory)
    inbox.post(.started(fresh.facts, fresh.firstReading()))
  }
}
