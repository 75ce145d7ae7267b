import Moves

@testable import Visualizer

/// A script of somebody else's, which tells the order of its moves and few figures.
final class Script: Source {
  let facts: RunFacts
  let abilities: Abilities = .moves
  private let moves: [Move]
  private let tellsLoss: Bool
  /// Whether the loss is known only once the step is complete.
  private let isLate: Bool
  /// How far a step goes, for the parameters' norm of 1.
  private let share: Double?
  private var step = 1
  private var position = 0
  private var gradients = 0

  init(
    _ moves: [Move] = [.zeroGrad, .forward, .backward, .step], tellsLoss: Bool = true,
    isLate: Bool = false, share: Double? = nil
  ) {
    (self.moves, self.tellsLoss, self.isLate, self.share) = (moves, tellsLoss, isLate, share)
    facts = RunFacts(of: "train.py", Settings(), recipe: Recipe(moves: moves))
  }

  static func loss(_ step: Int) -> Float { 2 / Float(step) }

  func perform(_ request: Request, goesOn: () -> Bool, tell: (News) -> Void) {
    switch request {
    case .move: tell(.moved(next()))
    default:
      repeat { tell(.moved(next())) } while position > 0
    }
  }

  private func next() -> MoveReport {
    let move = moves[position]
    let isLast = position + 1 == moves.count
    let report = MoveReport(
      step: step,
      planned: PlannedMove(move: move, microBatch: 1, microBatches: nil, index: position),
      position: position, moveCount: nil, learningRate: nil, seconds: 0.01,
      outcome: outcome(of: move), summary: isLast ? summary : nil)
    (step, position) = isLast ? (step + 1, 0) : (step, position + 1)
    return report
  }

  private func outcome(of move: Move) -> MoveReport.Outcome {
    switch move {
    case .zeroGrad:
      defer { gradients = 0 }
      return .zeroGrad(ZeroGradReport(wiped: gradients, tensors: 4, norm: nil))
    case .forward:
      let loss = tellsLoss && !isLate ? Self.loss(step) : nil
      return .forward(ForwardReport(loss: loss, meanLoss: loss, examples: nil, targets: nil))
    case .backward:
      defer { gradients = 4 }
      return .backward(
        BackwardReport(
          divisor: nil, gradientsBefore: gradients, normBefore: nil, norm: nil, layers: []))
    case .clip: return .failed("This script does not clip.")
    case .step:
      return .step(
        UpdateReport(
          learningRate: 0.01, nextLearningRate: nil, updateNorm: share,
          parameterNorm: share.map { _ in 1 },
          updated: gradients, skipped: 4 - gradients))
    }
  }

  private var summary: StepSummary {
    StepSummary(
      step: step, loss: tellsLoss ? Self.loss(step) : nil, gradNorm: nil, clipFactor: nil,
      clipped: nil, learningRate: 0.01, updateNorm: nil)
  }
}
