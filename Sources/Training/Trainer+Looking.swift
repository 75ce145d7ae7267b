import Autograd
import Models
public import Moves

/// Looking at the network: under `eval()` and `no_grad()`, and without a trace in training.
extension Trainer {
  /// The loop's detour: the mean loss over batches of both parts of the data, and a sample.
  /// The batches are the same at every evaluation, so that only the network makes a difference.
  public func evaluate() -> EvaluationReport {
    let watch = Stopwatch()
    let before = ModelState(of: parameters)
    var random = RandomStream.evaluation.generator(seed: facts.hyperparameters.seed)
    let training = meanLoss(of: .training, drawnFrom: &random)
    let validation = meanLoss(of: .validation, drawnFrom: &random)
    var writing = RandomStream.evaluationSample.generator(
      seed: facts.hyperparameters.seed, step: completedSteps)
    let sample = sample(length: 200, drawnFrom: &writing)
    let isScheduled = evaluationIsDue
    evaluationIsDue = false
    return EvaluationReport(
      step: completedSteps, trainLoss: training, validationLoss: validation,
      batches: facts.hyperparameters.evalBatches, sample: sample,
      unchanged: before.isStill(parameters), seconds: watch.seconds,
      isScheduled: isScheduled)
  }

  /// What the network makes, as it is now, of the examples that training reads next.
  public func firstReading() -> Reading {
    var random = batches
    return looking { tape in
      task.forward(
        facts.hyperparameters.microBatchSize, from: .training, drawnFrom: &random, on: tape
      ).reading()
    }
  }

  /// Text of `length` symbols after the lesson's prompt, another at each call; nil for a network
  /// that does not write.
  public func sample(length: Int) -> Sample? { sample(length: length, drawnFrom: &sampling) }

  private func sample(length: Int, drawnFrom random: inout MersenneTwister) -> Sample? {
    let writing = looking { task.write(length: length, drawnFrom: &random, on: $0) }
    return writing.map { Sample(step: completedSteps, prompt: $0.prompt, text: $0.text) }
  }

  private func meanLoss(of part: DataPart, drawnFrom random: inout MersenneTwister) -> Float {
    let count = facts.hyperparameters.evalBatches
    let losses = (0..<count).map { _ in
      looking { tape in
        task.forward(
          facts.hyperparameters.microBatchSize, from: part, drawnFrom: &random, on: tape
        ).loss.item
      }
    }
    return Float(losses.reduce(0) { $0 + Double($1) } / Double(count))
  }

  /// `eval()` and `no_grad()` for as long as `look` takes, on a tape apart.
  private func looking<Seen>(_ look: (Tape) -> Seen) -> Seen {
    let wasTraining = task.model.isTraining
    task.model.isTraining = false
    defer { task.model.isTraining = wasTraining }
    lookingTape.reset()
    return lookingTape.noGrad { look(lookingTape) }
  }
}
