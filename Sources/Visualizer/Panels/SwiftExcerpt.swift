internal import Moves

/// Lines of this program's own source that make a move; a test finds each of them there.
struct SwiftExcerpt: Equatable {
  /// Where they stand, from `Sources` on.
  var file: String
  var lines: [String]
  /// What they say, in one sentence.
  var says: String

  static func of(_ move: Move, _ optimizer: Hyperparameters.Optimizer) -> SwiftExcerpt {
    switch move {
    case .zeroGrad: zeroGrad
    case .forward: forward
    case .backward: backward
    case .clip: clip
    case .step: optimizer == .adamw ? adamW : gradientDescent
    }
  }

  static let all = [zeroGrad, forward, backward, clip, adamW, gradientDescent, detour, check]

  private static let zeroGrad = SwiftExcerpt(
    file: "Autograd/Parameters.swift",
    lines: ["for tensor in tensors { tensor.hasGradient = false }"],
    says: "No zero is written: each gradient is only marked as absent.")

  private static let forward = SwiftExcerpt(
    file: "Training/Trainer+Moves.swift",
    lines: [
      "return task.forward(",
      "hyperparameters.microBatchSize, from: .training, drawnFrom: &sampler, on: tape)",
    ],
    says: "The tape records each operation for backward.")

  private static let backward = SwiftExcerpt(
    file: "Autograd/Tape+Backward.swift",
    lines: [
      "for i in (0...last).reversed() where nodes[i].isWanted { run(nodes[i]) }",
      "node.back(node, self, slope)",
    ],
    says: "From the loss back, each operation passes its gradient on to its inputs.")

  private static let clip = SwiftExcerpt(
    file: "Training/Gradients/Clipping.swift",
    lines: ["let factor = 1 / (norm + 1e-6) * maxNorm", "return factor > 1 ? 1 : factor"],
    says: "As in PyTorch; the 1e-6 keeps it from dividing by 0.")

  private static let adamW = SwiftExcerpt(
    file: "Kernels/AdamW.swift",
    lines: [
      "let size = square.squareRoot() / with.rootCorrection + with.eps",
      "let after = before * with.decay + newMean * with.rate / size",
    ],
    says: "p - lr * m hat / (sqrt(v hat) + eps), with weight decay, for sixteen parameters at once."
  )

  private static let gradientDescent = SwiftExcerpt(
    file: "Kernels/GradientDescent.swift",
    lines: ["let after = fused(slope, Lanes(repeating: factor), plus: before)"],
    says: "p - lr * gradient, for sixteen parameters at once.")

  static let detour = SwiftExcerpt(
    file: "Training/Trainer+Looking.swift",
    lines: [
      "if callsEval { task.model.isTraining = false }",
      "return lookingTape.noGrad { look(lookingTape) }",
    ],
    says: "Both switches: no dropout, and nothing recorded for backward.")

  static let check = SwiftExcerpt(
    file: "Training/Trainer+Checking.swift",
    lines: [
      "let back = direction.away(-distance) { nextLoss(masks) }",
      "let on = direction.away(distance) { nextLoss(masks) }",
    ],
    says: "The same examples, the same dropout, the parameters nudged a little back and forward.")
}
