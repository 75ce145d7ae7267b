internal import Moves
internal import Training

/// Whether a run finds room before anything of it is made.
struct MemoryCheck {
  enum Use {
    /// Without a screen; checkpoints are made on the way, and a log may take each step's batches.
    case headless(logsBatches: Bool)
    /// On the screen, with so many bytes of snapshots to go back to.
    case watched(memoryForGoingBack: Int)
  }

  let lesson: String
  let text: OwnText?
  let use: Use
  /// Two, where a broken loop runs beside its twin.
  let runs: Int
  let threads: Int
  /// The mistake in one of them.
  let breakage: Breakage?
  let limit: MemoryLimit

  /// Nil where no limit is known.
  init?(
    lesson: String, text: OwnText?, use: Use, runs: Int, threads: Int = 1,
    breakage: Breakage? = nil,
    inKiosk: Bool
  ) {
    guard let limit = MemoryLimit.lowest(inKiosk: inKiosk) else { return nil }
    (self.lesson, self.text, self.use) = (lesson, text, use)
    (self.runs, self.threads, self.breakage, self.limit) = (runs, threads, breakage, limit)
  }

  /// For the stacks of threads, the screen, and what the system keeps of what is given back.
  private static let reserve = 24 << 20

  /// - Throws: the need, the limit that it is above, and what lowers it.
  func check(_ hyperparameters: Hyperparameters) throws {
    let need = try bytes(hyperparameters)
    guard need > limit.bytes else { return }
    throw MemoryError(
      need: need, limit: limit, lesson: lesson,
      smaller: try without(hyperparameters) ?? fewer(hyperparameters))
  }

  private func without(_ chosen: Hyperparameters) throws -> MemoryError.Smaller? {
    guard case .headless(logsBatches: true) = use else { return nil }
    let bytes = try bytes(chosen, as: .headless(logsBatches: false))
    guard bytes <= limit.bytes else { return nil }
    return .init(option: "--log-batches", isWithout: true, need: bytes)
  }

  private func fewer(_ chosen: Hyperparameters) throws -> MemoryError.Smaller? {
    for (option, smaller) in sizes(below: chosen) {
      let bytes = try bytes(smaller)
      if bytes <= limit.bytes { return .init(option: option, need: bytes) }
    }
    return nil
  }

  private func bytes(
    _ hyperparameters: Hyperparameters, as use: Use? = nil
  ) throws(TrainingError) -> Int {
    let need = try Lessons.memoryNeed(of: lesson, hyperparameters, text: text)
    let each =
      switch use ?? self.use {
      case .headless(let logsBatches):
        need.bytes + 3 * need.snapshotBytes + (logsBatches ? need.logBytes : 0)
      case .watched(let memory): need.watchedBytes + max(memory, 3 * need.snapshotBytes)
      }
    let (passes, isOver) = hyperparameters.steps.multipliedReportingOverflow(
      by: hyperparameters.microBatches)
    let graphs = keepsGraphs ? need.graphBytes(passes: isOver ? .max : passes) : 0
    return Self.reserve + runs * (each + need.bytes(threads: threads)) + graphs
  }

  /// Nothing lets go of the passes before.
  private var keepsGraphs: Bool { breakage?.sign == .graphsKept }

  /// The same batch in more and more micro-batches; or fewer and fewer steps, where these add up.
  private func sizes(below chosen: Hyperparameters) -> [(option: String, Hyperparameters)] {
    let steps = sequence(first: chosen.steps / 2) { $0 / 2 }.prefix { keepsGraphs && $0 > 0 }
    let parts = (chosen.microBatches...chosen.batchSize).dropFirst()
      .filter { chosen.batchSize % $0 == 0 }
    return changed(chosen, "--steps", \.steps, to: Array(steps))
      + changed(chosen, "--micro-batches", \.microBatches, to: Array(parts))
  }

  private func changed(
    _ chosen: Hyperparameters, _ option: String, _ field: WritableKeyPath<Hyperparameters, Int>,
    to numbers: [Int]
  ) -> [(option: String, Hyperparameters)] {
    numbers.map { number in
      var smaller = chosen
      smaller[keyPath: field] = number
      return ("\(option) \(number)", smaller)
    }
  }
}
