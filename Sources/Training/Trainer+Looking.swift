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
    let training = means(over: .training, drawnFrom: &random)
    let validation = means(over: .validation, drawnFrom: &random)
    var writing = RandomStream.evaluationSample.generator(
      seed: facts.hyperparameters.seed, step: completedSteps)
    let sample = sample(length: 200, drawnFrom: &writing)
    let isScheduled = evaluationIsDue
    evaluationIsDue = false
    return EvaluationReport(
      step: completedSteps, trainLoss: training.loss, validationLoss: validation.loss,
      trainAccuracy: training.accuracy, validationAccuracy: validation.accuracy,
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

  /// The examples that the last forward pass read, where the lesson tells them.
  public func batch() -> Batch? { livePass()?.batch?() }

  /// Watches these parameters from now on, and tells what they are.
  public func watch(_ places: [ParameterPlace]) -> [WatchedParameter] {
    watched = places
    return watchedNow
  }

  /// A sample that a person asked for, and whether it left everything as it was.
  public func sampleAside(length: Int) -> SampleReport {
    let before = ModelState(of: parameters)
    let sample = sample(length: length)
    return SampleReport(
      step: completedSteps, sample: sample, unchanged: before.isStill(parameters))
  }

  /// Text of `length` symbols after the lesson's prompt, another at each call; nil for a network
  /// that does not write.
  public func sample(length: Int) -> Sample? { sample(length: length, drawnFrom: &sampling) }

  private func sample(length: Int, drawnFrom random: inout MersenneTwister) -> Sample? {
    let writing = looking { task.write(WritingWish(length: length), drawnFrom: &random, on: $0) }
    return writing.map {
      Sample(step: completedSteps, prompt: $0.prompt, text: $0.text, names: $0.names)
    }
  }

  private func means(
    over part: DataPart, drawnFrom random: inout MersenneTwister
  ) -> (loss: Float, accuracy: Float?) {
    let count = facts.hyperparameters.evalBatches
    let passes = (0..<count).map { _ in
      looking { tape in
        let pass = task.forward(
          facts.hyperparameters.microBatchSize, from: part, drawnFrom: &random, on: tape)
        return (loss: pass.loss.item, accuracy: pass.accuracy)
      }
    }
    let accuracies = passes.compactMap(\.accuracy)
    return (mean(passes.map(\.loss)), accuracies.isEmpty ? nil : mean(accuracies))
  }

  private func mean(_ numbers: [Float]) -> Float {
    Float(numbers.reduce(0) { $0 + Double($1) } / Double(numbers.count))
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
