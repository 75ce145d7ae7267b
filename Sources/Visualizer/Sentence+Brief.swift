internal import Moves

extension Sentence {
  /// What a move did, short enough to be read in the blink that it stays lit.
  static func brief(_ report: MoveReport) -> String {
    switch report.outcome {
    case .zeroGrad(let zeroGrad):
      zeroGrad.wiped > 0 ? "Old gradients are wiped." : "There is no gradient to wipe yet."
    case .forward: "The network reads and guesses."
    case .backward: "Each parameter gets its gradient."
    case .clip(let clip): brief(clip)
    case .step(let update):
      update.updated > 0 ? "The parameters change a little." : "No gradient: nothing changes."
    case .failed(let why): why
    }
  }

  private static func brief(_ report: ClipReport) -> String {
    if !report.normBefore.isFinite { return "Clipping cannot mend this gradient." }
    return report.clipped
      ? "The gradient is too long: it is shortened." : "The gradient is short enough: it stays."
  }
}
