public import Moves

extension Timeline {
  /// A timeline of its own for the same run with a mistake, beside its twin, from here on; this one
  /// stays where it is, between two training steps.
  /// - Throws: if the mistake would change nothing, or if there is no run with it.
  public func broken(by breakage: Breakage, memory: Int) throws(TrainingError) -> Timeline {
    Timeline(try Twin(breakage, after: trainer), memory: memory)
  }

  /// A timeline of its own that goes on from here with the loop of `good`.
  public func mended(like good: Trainer, memory: Int) throws(TrainingError) -> Timeline {
    let snapshot = trainer.snapshot()
    precondition(snapshot.position == 0, "mended at move \(snapshot.position) of a step")
    let loop = Loop(recipe: good.facts.recipe, hyperparameters: good.hyperparameters)
    let mended = try Trainer(lesson: good.facts.name, loop: loop, text: good.text)
    mended.threads = trainer.threads
    mended.restore(snapshot)
    return Timeline(mended, memory: memory)
  }

  /// The broken run beside its twin, where this is one.
  public var twin: Twin? { run as? Twin }
}
