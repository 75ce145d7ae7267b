internal import Moves

/// Other runs in the place of the one in hand. Where one is not to be had, that goes on as it was.
extension TrainerSource {
  /// The step in progress is completed first: both runs begin between two steps.
  func breakLoop(_ breakage: Breakage, _ tell: (News) -> Void) throws {
    finishStep(tell)
    guard good == nil else { return }
    try makeRoom("Two runs need", 2, breakage, like: trainer)
    let broken = try timeline.broken(by: breakage, memory: memory / 2)
    good = timeline
    timeline = broken
    tell(.broke(breakage, facts))
  }

  func mend(_ mending: Mending, _ tell: (News) -> Void) throws {
    guard let before = good else { return }
    if mending == .fromHere { finishStep(tell) }
    timeline = mending == .fromHere ? try mended(like: before.trainer) : before
    good = nil
    tell(.mended(mending, facts))
  }

  private func mended(like good: Trainer) throws -> Timeline {
    try makeRoom("The mended run needs", 1, nil, like: good)
    return try timeline.mended(like: good, memory: memory)
  }

  /// What the broken run and its twin have come to, whenever a step or an evaluation is complete.
  func tellFindings(_ tell: (News) -> Void) {
    if let twin = timeline.twin { tell(.found(twin.findings)) }
  }

  private func finishStep(_ tell: (News) -> Void) {
    while timeline.moment.moves > 0 { tell(.moved(timeline.advance())) }
  }

  func restart(seed: UInt64, _ tell: (News) -> Void) throws {
    let last = good?.trainer ?? trainer
    var hyperparameters = last.hyperparameters
    hyperparameters.seed = seed
    try begin(last.facts.name, hyperparameters, last.text, tell)
  }

  func begin(_ place: Place, seed: UInt64, _ tell: (News) -> Void) throws {
    guard let lesson = Lessons.named(place.lesson) else { return }
    var hyperparameters = place.hyperparameters(from: lesson.defaults)
    hyperparameters.seed = seed
    try makeRoom(
      for: RoomNeed(
        words: "The lesson \(place.lesson) needs", runs: 1, breakage: nil,
        lesson: place.lesson, hyperparameters: hyperparameters, text: nil))
    try begin(place.lesson, hyperparameters, nil, tell)
  }

  private func begin(
    _ lesson: String, _ hyperparameters: Hyperparameters, _ text: OwnText?, _ tell: (News) -> Void
  ) throws {
    let fresh = try Trainer(lesson: lesson, hyperparameters: hyperparameters, text: text)
    fresh.threads = trainer.threads
    good = nil
    timeline = Timeline(fresh, memory: memory)
    tell(.started(fresh.facts, fresh.firstReading()))
  }

  private func makeRoom(
    _ words: String, _ runs: Int, _ breakage: Breakage?, like trainer: Trainer
  ) throws {
    try makeRoom(
      for: RoomNeed(
        words: words, runs: runs, breakage: breakage, lesson: trainer.facts.name,
        hyperparameters: trainer.hyperparameters, text: trainer.text))
  }

  /// What the run in hand can make again is given back first.
  private func makeRoom(for need: RoomNeed) throws {
    timeline.trainer.releaseMemory()
    timeline.twin?.correct.releaseMemory()
    try checkRoom(need)
  }
}
