internal import Moves
internal import Training
internal import Visualizer

extension Worker {
  /// The step in progress is completed first: both runs begin between two steps.
  func breakLoop(_ breakage: Breakage) {
    finishStep()
    guard good == nil else { return }
    attempt {
      try checkRoom(from: "Two runs need", 2, like: timeline.trainer)
      let broken = try timeline.broken(by: breakage, memory: memory / 2)
      good = timeline
      timeline = broken
      inbox.post(.broke(breakage, broken.trainer.facts))
    }
  }

  func mend(_ mending: Mending) {
    guard let before = good else { return }
    if mending == .fromHere { finishStep() }
    attempt {
      timeline = mending == .fromHere ? try mended(like: before.trainer) : before
      good = nil
      inbox.post(.mended(mending, timeline.trainer.facts))
    }
  }

  private func mended(like good: Trainer) throws -> Timeline {
    try checkRoom(from: "The mended run needs", 1, like: good)
    return try timeline.mended(like: good, memory: memory)
  }

  private func checkRoom(from start: String, _ runs: Int, like trainer: Trainer) throws {
    let facts = trainer.facts
    try checkRoom(from: start, runs, facts.lesson.name, facts.hyperparameters, trainer.text)
  }

  /// What the broken run and its twin have come to, whenever a step is complete.
  func tellFindings() {
    guard let twin = timeline.twin, timeline.moment.moves == 0 || !timeline.isFinite else { return }
    inbox.post(.found(twin.findings))
  }

  private func finishStep() {
    while timeline.moment.moves > 0 { inbox.post(.moved(timeline.advance())) }
  }
}
