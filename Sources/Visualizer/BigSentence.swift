internal import Moves

/// What the live move did, in one sentence short enough for two lines of fifty-eight columns.
struct BigSentence {
  var stage: Stage

  var text: String {
    switch stage.detour {
    case .running: return "Evaluation: the network is only measured, nothing is learned."
    case .done(let report):
      return "Evaluation: loss \(Figures.loss(report.validationLoss)) on data that it never "
        + "trains on."
    case .none: return stage.live.map(words) ?? "Press space for one training step."
    }
  }

  private func words(_ report: MoveReport) -> String {
    switch report.outcome {
    case .zeroGrad: "The gradients of the last step are wiped."
    case .forward(let forward):
      "The network reads and guesses. The loss, \(Figures.loss(forward.loss)), says how wrong."
    case .backward(let backward):
      "Each parameter gets its gradient. Together they measure \(Figures.plain(backward.norm))."
    case .clip(let clip): words(clip)
    case .step(let update):
      "The optimizer changes every parameter a little. Learning rate "
        + "\(Figures.scientific(update.learningRate))."
    case .failed(let why): why
    }
  }

  private func words(_ report: ClipReport) -> String {
    let before = Figures.plain(report.normBefore)
    let ceiling = Figures.plain(report.maxNorm)
    return report.clipped
      ? "Clipped: \(before) is above \(ceiling), so all gradients are shortened alike."
      : "\(before) is not above \(ceiling), so the gradients stay as they are."
  }
}
