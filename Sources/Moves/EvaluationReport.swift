/// What the detour under `eval()` and `no_grad()` measured; nil stands for what its source does not
/// tell.
public struct EvaluationReport: Sendable, Equatable {
  /// Completed updates when it was made.
  public var step: Int
  public var trainLoss: Float?
  public var validationLoss: Float?
  /// The share of right guesses, where guesses are right or wrong.
  public var trainAccuracy: Float?
  public var validationAccuracy: Float?
  /// Batches that each of the two losses is the mean of.
  public var batches: Int?
  /// Text that the model wrote, for models that write.
  public var sample: Sample?
  /// Whether parameters and gradients were bit for bit the same before and after.
  public var unchanged: Bool?
  public var seconds: Double?
  /// Whether the loop itself had come to it, and not a person's key.
  public var isScheduled: Bool
  /// Whether it was given up before its last batch, so that its losses are of fewer.
  public var isPartial = false
  /// Dropout masks that fell; none under `eval()`.
  public var masks = 0
  /// Operations that were recorded and alive at once, and the numbers in use with them; none under
  /// `no_grad()`.
  public var recorded = 0
  public var recordedNumbers = 0
  /// The validation loss measured once more on the same batches, where that was asked for.
  public var validationLossAgain: Float?
  /// What the twin of a broken run has for a validation loss.
  public var twinValidationLoss: Float?

  public init(
    step: Int, trainLoss: Float?, validationLoss: Float?, trainAccuracy: Float? = nil,
    validationAccuracy: Float? = nil, batches: Int? = nil, sample: Sample? = nil,
    unchanged: Bool? = nil, seconds: Double? = nil, isScheduled: Bool = true
  ) {
    self.step = step
    self.trainLoss = trainLoss
    self.validationLoss = validationLoss
    self.trainAccuracy = trainAccuracy
    self.validationAccuracy = validationAccuracy
    self.batches = batches
    self.sample = sample
    self.unchanged = unchanged
    self.seconds = seconds
    self.isScheduled = isScheduled
  }
}

/// Text that the model wrote, one character at a time, after a prompt.
public struct Sample: Sendable, Equatable {
  /// Completed updates when it was written.
  public var step: Int
  public var prompt: String
  public var text: String
  /// The text as a list, for models that write names.
  public var names: [InventedName]

  public init(step: Int, prompt: String, text: String, names: [InventedName] = []) {
    self.step = step
    self.prompt = prompt
    self.text = text
    self.names = names
  }

  /// Whether nothing was drawn, since no probability was a number.
  public var isEmpty: Bool { text.isEmpty && names.isEmpty }
}

/// A sample that a person asked for between two moves.
public struct SampleReport: Sendable, Equatable {
  /// Completed updates when it was made.
  public var step: Int
  /// Nil for a network that does not write.
  public var sample: Sample?
  /// Whether parameters and gradients were bit for bit the same before and after.
  public var unchanged: Bool

  public init(step: Int, sample: Sample?, unchanged: Bool) {
    self.step = step
    self.sample = sample
    self.unchanged = unchanged
  }
}
