internal import Moves
internal import Training

/// Whether a run finds room before anything of it is made.
struct MemoryCheck {
  enum Use {
    /// Without a screen; checkpoints are made on the way.
    case headless
    /// On the screen, with so many bytes of snapshots to go back to.
    case watched(memoryForGoingBack: Int)
  }

  let lesson: String
  let text: OwnText?
  let use: Use
  /// Two, where a broken loop runs beside its twin.
  let runs: Int
  let limit: MemoryLimit

  init(
    lesson: String, text: OwnText?, use: Use, runs: Int, limit: MemoryLimit
  ) {
    (self.lesson, self.text, self.use) = (lesson, text, use)
    (self.runs, self.limit) = (runs, limit)
  }

  /// Nil where no limit is known.
  init?(lesson: String, text: OwnText?, use: Use, runs: Int, inKiosk: Bool) {
    guard let limit = MemoryLimit.lowest(inKiosk: inKiosk) else { return nil }
    self.init(lesson: lesson, text: text, use: use, runs: runs, limit: limit)
  }

  /// For the stacks of threads, the screen, and what the system keeps of what is given back.
  private static let reserve = 24 << 20

  /// - Throws: the need, the limit that it is above, and what lowers it.
  func check(_ hyperparameters: Hyperparameters) throws {
    let need = try bytes(hyperparameters)
    guard need > limit.bytes else { return }
    let smaller = try sizes(below: hyperparameters).lazy.compactMap { chosen in
      let bytes = try self.bytes(chosen)
      return bytes <= limit.bytes ? (chosen, bytes) : nil
    }.first
    throw MemoryError(
      need: need, limit: limit, lesson: lesson,
      smaller: smaller.map { .init(microBatches: $0.0.microBatches, need: $0.1) })
  }

  private func bytes(_ hyperparameters: Hyperparameters) throws(TrainingError) -> Int {
    let need = try Lessons.memoryNeed(of: lesson, hyperparameters, text: text)
    let each =
      switch use {
      case .headless: need.bytes + 3 * need.snapshotBytes
      case .watched(let memory): need.watchedBytes + max(memory, 3 * need.snapshotBytes)
      }
    return Self.reserve + runs * each
  }

  /// The same batch in more and more micro-batches.
  private func sizes(below chosen: Hyperparameters) -> [Hyperparameters] {
    (chosen.microBatches...chosen.batchSize).dropFirst().filter { chosen.batchSize % $0 == 0 }
      .map { count in
        var smaller = chosen
        smaller.microBatches = count
        return smaller
      }
  }
}
