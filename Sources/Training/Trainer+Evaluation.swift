import Autograd
import Models
public import Moves
import Platform

/// The loop's own evaluation, as its recipe has it.
extension Trainer {
  /// The loop's detour: the mean loss over batches of both parts of the data, and a sample.
  /// The batches are the same at every evaluation, so that only the network makes a difference.
  /// - Parameter isTwice: whether the validation loss is measured once more, to see whether it
  ///   comes out the same.
  /// - Parameter goesOn: asked between two batches; false gives the evaluation up.
  public func evaluate(isTwice: Bool, goesOn: () -> Bool) -> EvaluationReport {
    let start = now()
    let before = ModelState(of: parameters)
    let dropout = task.dropoutStream?.state
    beginMasks()
    var sampler = BatchSampler(
      random: RandomStream.evaluation.generator(seed: hyperparameters.seed))
    let training = estimate(.training, &sampler, goesOn)
    var again = sampler
    let validation = estimate(.validation, &sampler, goesOn)
    let sample = evaluationSample()
    let isScheduled = evaluationIsDue
    let isPartial = !goesOn()
    evaluationIsDue = isScheduled && isPartial
    var report = EvaluationReport(
      step: completedSteps, trainLoss: training.loss, validationLoss: validation.loss,
      trainAccuracy: training.accuracy, validationAccuracy: validation.accuracy,
      batches: validation.batches, sample: sample, unchanged: before.isStill(parameters),
      seconds: now() - start, isScheduled: isScheduled)
    report.isPartial = isPartial
    report.masks = recipe.callsEval ? 0 : Int(task.dropoutStream?.state.draws ?? 0)
    report.recorded = max(training.recorded, validation.recorded)
    report.recordedNumbers = max(training.numbers, validation.numbers)
    if isTwice { report.validationLossAgain = estimate(.validation, &again, goesOn).loss }
    if let dropout { task.dropoutStream?.state = dropout }
    return report
  }

  /// Masks that fall where eval() was forgotten are none of those that training draws.
  private func beginMasks() {
    guard !recipe.callsEval else { return }
    let key = RandomStream.evaluation.key(seed: hyperparameters.seed, step: completedSteps)
    task.dropoutStream?.state = DropoutStream.State(seed: key, draws: 0)
  }

  private func evaluationSample() -> Sample? {
    var random = RandomStream.evaluationSample.generator(
      seed: hyperparameters.seed, step: completedSteps)
    return sample(length: 200, drawnFrom: &random, callsEval: recipe.callsEval)
  }

  /// A mean loss, and what was alive when its last batch had been measured.
  private struct Estimate {
    var loss: Float
    var accuracy: Float?
    var batches: Int
    var recorded: Int
    var numbers: Int
  }

  /// All losses of a part are held until their mean is known, and with them what they hold.
  private func estimate(
    _ part: DataPart, _ sampler: inout BatchSampler, _ goesOn: () -> Bool
  ) -> Estimate {
    lookingTape.reset()
    var last: Tensor?
    var (losses, accuracies): ([Float], [Float]) = ([], [])
    while losses.count < hyperparameters.evalBatches, exhaustion == nil,
      losses.isEmpty || goesOn()
    {
      if let last { lookingTape.reset(keeping: last) }
      let pass = measured(part, &sampler)
      last = pass.loss
      losses.append(pass.loss.item)
      if let right = task.right(in: pass) { accuracies.append(Float(right) / Float(pass.targets)) }
      noteExhaustion(of: lookingTape)
    }
    let recorded = lookingTape.liveNodeCount
    let numbers = recorded > 0 ? lookingTape.numbersInUse : 0
    lookingTape.reset()
    return Estimate(
      loss: mean(losses), accuracy: accuracies.isEmpty ? nil : mean(accuracies),
      batches: losses.count, recorded: recorded, numbers: numbers)
  }

  private func mean(_ numbers: [Float]) -> Float {
    Float(numbers.reduce(0) { $0 + Double($1) } / Double(numbers.count))
  }

  private func measured(_ part: DataPart, _ sampler: inout BatchSampler) -> ForwardPass {
    switched(callsEval: recipe.callsEval, usesNoGrad: recipe.usesNoGrad) { tape in
      task.forward(hyperparameters.microBatchSize, from: part, drawnFrom: &sampler, on: tape)
    }
  }
}
