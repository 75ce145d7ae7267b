import Autograd
import Models
import Moves

/// What stays alive of the passes before, and where the next one reads.
extension Trainer {
  /// Where the loss was kept as a tensor, its graph stays alive.
  func letGoOfLastPass() {
    defer { live = nil }
    guard recipe.keepsLossTensor else { return tape.reset() }
    if let pass = live?.pass { return tape.reset(keeping: pass.loss) }
    // A restore has lost the pass: it is made again to be counted.
    if let pass = livePass() { tape.reset(counting: pass.loss) }
  }

  /// Gives the memory of all passes back to the system; what is needed of them is made again.
  public func releaseMemory() {
    live?.pass = nil
    tape.release()
    lookingTape.release()
  }

  /// Where the next batch of training data comes from.
  func nextSampler() -> BatchSampler {
    let read =
      (completedSteps * forwardCount + progress.losses.count) * hyperparameters.microBatchSize
    return BatchSampler(
      random: batches, read: recipe.shufflesData ? nil : read, last: progress.lastPlace,
      isDamaged: recipe.badBatch == completedSteps + 1)
  }

  /// Says that the run cannot go on before what nothing lets go of fills the memory.
  func noteExhaustion(of tape: Tape) {
    let (operations, numbers) = (tape.liveNodeCount, tape.keptNumbers)
    guard exhaustion == nil else { return }
    guard operations > graphLimit.operations || numbers > graphLimit.numbers else { return }
    exhaustion = graphLimit.sentence(operations: operations, numbers: numbers)
  }
}
