internal import Moves

/// Lines of this program's own source that make a move; a test finds each of them there.
struct SwiftExcerpt: Equatable {
  /// Where they stand, from `Sources` on.
  var file: String
  var lines: [String]

  static func of(_ move: Move, _ optimizer: Hyperparameters.Optimizer) -> SwiftExcerpt {
    switch move {
    case .zeroGrad: zeroGrad
    case .forward: forward
    case .backward: backward
    case .clip: clip
    case .step: optimizer == .adamw ? adamW : gradientDescent
    }
  }

  static let all = [zeroGrad, forward, backward, clip, adamW, gradientDescent, detour]

  private static let zeroGrad = SwiftExcerpt(
    file: "Autograd/Parameters.swift",
    lines: ["for tensor in tensors { tensor.hasGradient = false }"])

  private static let forward = SwiftExcerpt(
    file: "Training/Trainer+Moves.swift",
    lines: [
      "let pass = task.forward(",
      "hyperparameters.microBatchSize, from: .training, drawnFrom: &batches, on: tape)",
    ])

  private static let backward = SwiftExcerpt(
    file: "Autograd/Tape+Backward.swift",
    lines: ["for i in wanted { run(i) }", "nodes[i].back(slope)"])

  private static let clip = SwiftExcerpt(
    file: "Training/Gradients/Clipping.swift",
    lines: ["let factor = maxNorm / (norm + 1e-6)", "return factor > 1 ? 1 : factor"])

  private static let adamW = SwiftExcerpt(
    file: "Kernels/AdamW.swift",
    lines: [
      "let size = square.squareRoot() / with.rootCorrection + with.eps",
      "store(load(p + i, left) * with.decay + newMean * with.rate / size, p + i, left)",
    ])

  private static let gradientDescent = SwiftExcerpt(
    file: "Kernels/GradientDescent.swift",
    lines: ["store(fused(slope, Lanes(repeating: factor), plus: old), p + i, left)"])

  static let detour = SwiftExcerpt(
    file: "Training/Trainer+Looking.swift",
    lines: ["task.model.isTraining = false", "return lookingTape.noGrad { look(lookingTape) }"])
}
