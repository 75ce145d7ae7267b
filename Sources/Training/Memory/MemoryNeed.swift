public import Moves

/// What a run takes of memory, reckoned before anything of it is made.
public struct MemoryNeed: Sendable, Equatable {
  /// Numbers that the network's parameters are.
  public var parameters: Int
  /// Numbers in use by a forward pass over a micro-batch and its way back.
  public var training: Int
  /// Numbers in use by a pass that only measures.
  public var looking: Int
  /// Numbers that each thread takes beside, in training and again in measuring.
  public var thread = 0
  /// Numbers that a step reads: its inputs and its targets.
  public var batch: Int
  /// Operations that lead to the loss of a pass, or a few more.
  public var operations: Int

  /// What training takes without a screen. Of each parameter there are five numbers (its value, its
  /// gradient, what it was before the update, and AdamW's two means), and four more while an
  /// evaluation proves that it changed nothing.
  public var bytes: Int { 4 * (9 * parameters + training + looking) }

  /// The same where a person may ask for a check of the gradient, which is a way back of its own.
  public var watchedBytes: Int { 4 * (9 * parameters + 2 * training) }

  /// What the batches of a step take until they stand in a log, measured.
  public var logBytes: Int { 80 * batch }

  /// What the graphs of so many passes take, measured, where nothing lets go of them.
  public func graphBytes(passes: Int) -> Int {
    let (all, isOver) = operations.multipliedReportingOverflow(by: passes)
    let most = GraphLimit().operations
    return 440 * (isOver ? most : min(all, most))
  }

  /// What so many threads take beside.
  public func bytes(threads: Int) -> Int { 8 * thread * threads }

  /// What is kept to go on from one moment: values, gradients and AdamW's two means.
  public var snapshotBytes: Int { 4 * 4 * parameters }
}

extension Lessons {
  /// What a run of a lesson takes, be it more than any machine has.
  /// - Throws: if there is no such lesson, or it has no use for the text.
  public static func memoryNeed(
    of name: String, _ hyperparameters: Hyperparameters, text: OwnText?
  ) throws(TrainingError) -> MemoryNeed {
    do { try hyperparameters.validate() } catch { throw .hyperparameter(error) }
    return try lesson(name).need(hyperparameters, text)
  }

  /// What it takes at most, measured, until a text of so many bytes is ready for a run of a lesson:
  /// two bytes for each of its characters, and the search for lines that stand there twice.
  public static func memoryNeed(ofText bytes: Int, in name: String) -> Int {
    let isArranged = known(name)?.arrange != nil
    return (16 << 20) + 2 * bytes + (isArranged ? bytes / 2 : 0)
  }
}
