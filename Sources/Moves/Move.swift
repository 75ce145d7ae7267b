/// One of the five moves of a training step.
public enum Move: String, CaseIterable, Sendable {
  case zeroGrad = "zero_grad"
  case forward
  case backward
  case clip
  case step

  /// The number a person presses to read about the move: 1 to 5.
  public var number: Int {
    switch self {
    case .zeroGrad: 1
    case .forward: 2
    case .backward: 3
    case .clip: 4
    case .step: 5
    }
  }

  /// The name the field uses, as it stands in a PyTorch loop.
  public var name: String { rawValue }
}

extension Move {
  /// As a part of a training step, so that no sentence says "step of step".
  public var part: String { self == .step ? "the update" : name }

  /// Whether a step makes it once for each micro-batch.
  public var isOfMicroBatch: Bool { self == .forward || self == .backward }
}
