internal import Autograd
internal import Models
public import Moves

extension Trainer {
  /// After update 1 and after each multiple of the interval, until it is made.
  public var evaluationIsDue: Bool {
    guard completedSteps > 0, position == 0, evaluatedStep != completedSteps else { return false }
    return completedSteps == 1 || completedSteps % hyperparameters.evalInterval == 0
  }

  /// The detour: eval() and no_grad(), training and validation loss and a sample of text.
  ///
  /// Training does not notice it: its streams, gradients and parameters stay as they are.
  public func evaluate() -> EvaluationReport {
    let start = Stopwatch()
    let before = fingerprint
    evaluatedStep = completedSteps
    let losses = measuring { tape in
      (loss(on: .training, tape), loss(on: .validation, tape))
    }
    let sample = sample(length: Self.sampleLength)
    return EvaluationReport(
      step: completedSteps, trainLoss: losses.0, validationLoss: losses.1,
      batches: hyperparameters.evalBatches, sample: sample, unchanged: fingerprint == before,
      seconds: start.seconds)
  }

  /// Text from the network as it is now; nil where it does not write.
  public func sample(length: Int = Trainer.sampleLength) -> Sample? {
    let written = measuring { task.sample(length: length, random: &sampling, on: $0) }
    return written.map { Sample(step: completedSteps, prompt: $0.0, text: $0.1) }
  }

  /// What the network makes of examples that are always the same.
  public func firstReading() -> Reading {
    measuring { tape in
      let batch = task.firstBatch(examples: hyperparameters.microBatchSize)
      return task.reading(of: batch, task.forward(batch, on: tape))
    }
  }

  public static let sampleLength = 240

  /// Under eval() and no_grad(), on the side tape; then back to train().
  private func measuring<Result>(_ body: (Tape) -> Result) -> Result {
    let wasTraining = task.model.isTraining
    task.model.isTraining = false
    defer { task.model.isTraining = wasTraining }
    defer { sideTape.reset() }
    return sideTape.noGrad { body(sideTape) }
  }

  private func loss(on part: DataPart, _ tape: Tape) -> Float {
    let count = hyperparameters.evalBatches
    let sum = (0..<count).reduce(0.0) { sum, _ in
      tape.reset()
      let batch = task.batch(part, examples: hyperparameters.batchSize, random: &evaluation)
      return sum + Double(task.forward(batch, on: tape).loss.item)
    }
    return Float(sum / Double(count))
  }

  /// A hash of the bits of all parameters and of all gradients there are.
  var fingerprint: UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    let mix = { (buffer: UnsafeMutableBufferPointer<Float>) in
      for value in buffer { hash = (hash ^ UInt64(value.bitPattern)) &* 0x100_0000_01B3 }
    }
    mix(parameters.values)
    for tensor in parameters.tensors {
      hash = (hash ^ (tensor.gradient == nil ? 0 : 1)) &* 0x100_0000_01B3
      if let gradient = tensor.gradient { mix(gradient) }
    }
    return hash
  }
}
