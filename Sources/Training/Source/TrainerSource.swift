public import Moves
import Platform

/// A run that our own engine trains, which can be gone back in, broken and mended.
public final class TrainerSource: Source {
  public internal(set) var timeline: Timeline
  /// The run as it was before its loop was broken.
  var good: Timeline?
  /// Bytes for going back.
  let memory: Int
  /// Characters that the network writes when it is asked to.
  let sampleLength: Int
  let checkRoom: (RoomNeed) throws -> Void
  /// How long the last whole step took: the next one may be the last that fits.
  private var stepTime = 0.0

  /// - Parameter checkRoom: throws where the memory for more runs is not to be had.
  public init(
    _ trainer: Trainer, memory: Int = 64 << 20, sampleLength: Int = 200,
    checkRoom: @escaping (RoomNeed) throws -> Void = { _ in }
  ) {
    timeline = Timeline(trainer, memory: memory)
    (self.memory, self.sampleLength, self.checkRoom) = (memory, sampleLength, checkRoom)
  }

  public var trainer: Trainer { timeline.trainer }
  public var facts: RunFacts { trainer.facts }
  public var abilities: Abilities { .all }

  public func perform(
    _ request: Request, goesOn: () -> Bool, tell: (News) -> Void
  ) throws {
    switch request {
    case .move, .moveAsRecorded: move(goesOn, tell)
    case .step: step(goesOn, tell)
    case .steps(let most, let seconds): steps(atMost: most, seconds: seconds, goesOn, tell)
    case .evaluate: evaluate(goesOn, tell)
    case .sample: sample(tell)
    case .check: tell(.checked(trainer.checkGradient()))
    case .travel(let journey): travel(journey, goesOn, tell)
    case .watch(let places): watch(places, goesOn, tell)
    case .look, .follow, .answer: return
    case .breakLoop(let breakage): try breakLoop(breakage, tell)
    case .mend(let mending): try mend(mending, tell)
    case .restart(let seed): try restart(seed: seed, tell)
    case .begin(let place, let seed): try begin(place, seed: seed, tell)
    }
  }

  /// What has been made already tells of them too: it is made again.
  private func watch(
    _ places: [ParameterPlace], _ goesOn: () -> Bool, _ tell: (News) -> Void
  ) {
    let watched = trainer.watch(places)
    tell(.watching(watched, moves: timeline.movesToHere(goesOn: goesOn)))
  }

  /// An evaluation that is due is a stop of its own on the way.
  private func move(_ goesOn: () -> Bool, _ tell: (News) -> Void) {
    if trainer.evaluationIsDue { return evaluate(goesOn, tell) }
    tell(.moved(timeline.advance()))
    if timeline.moment.moves == 0 || !timeline.isFinite { tellFindings(tell) }
  }

  private func step(_ goesOn: () -> Bool, _ tell: (News) -> Void) {
    evaluateIfDue(goesOn, tell)
    timeline.finishStep { tell(.moved($0)) }
    tellFindings(tell)
    evaluateIfDue(goesOn, tell)
  }

  /// The last step is the one that may be the last to fit into the time.
  private func steps(
    atMost most: Int, seconds: Double, _ goesOn: () -> Bool, _ tell: (News) -> Void
  ) {
    evaluateIfDue(goesOn, tell)
    let end = now() + seconds
    var start = now()
    let stretch = timeline.makeSteps { made in
      if made > 0 { stepTime = now() - start }
      start = now()
      return made + 1 >= most || start + stepTime >= end
    }
    stepTime = now() - start
    tell(.ran(stretch.summaries, lastMoves: stretch.lastMoves))
    tellFindings(tell)
    evaluateIfDue(goesOn, tell)
  }

  /// Tells of the way every so often, while it takes long enough to be seen.
  private func travel(_ journey: Journey, _ goesOn: () -> Bool, _ tell: (News) -> Void) {
    var nextWord = now() + 0.1
    let arrival = timeline.travel(journey) { made, count in
      if now() > nextWord {
        tell(.travelling(made: made, of: count))
        nextWord = now() + 0.1
      }
      return goesOn()
    }
    if let arrival { tell(.travelled(arrival)) }
  }

  private func evaluateIfDue(_ goesOn: () -> Bool, _ tell: (News) -> Void) {
    if trainer.evaluationIsDue { evaluate(goesOn, tell) }
  }

  /// One that is given up tells nothing, and stays due: made again it finds the same.
  private func evaluate(_ goesOn: () -> Bool, _ tell: (News) -> Void) {
    tell(.evaluating(step: trainer.completedSteps))
    let report = timeline.run.evaluate(goesOn: goesOn)
    if report.isPartial { return }
    tell(.evaluated(report))
    tellFindings(tell)
  }

  private func sample(_ tell: (News) -> Void) {
    tell(.sampling(step: trainer.completedSteps))
    tell(.sampled(trainer.sampleAside(length: sampleLength)))
  }
}
