extension MoveReport {
  /// The first of the move's figures that is infinite or not a number, by name; nil where all are
  /// finite. Every parameter, gradient and square that AdamW keeps takes part in one of these figures.
  public var nonFinite: (name: String, value: Double)? {
    for (name, value) in figures { if let value, !value.isFinite { return (name, value) } }
    return nil
  }

  private var figures: [(name: String, value: Double?)] {
    switch outcome {
    case .zeroGrad, .failed: []
    case .forward(let report): [("loss", report.loss.map { Double($0) })]
    case .backward(let report): [("gradient norm", report.norm)]
    case .clip(let report): [("gradient norm", report.normAfter)]
    case .step(let report):
      [
        ("update", report.updateNorm), ("parameter norm", report.parameterNorm),
        ("running mean of squared gradients (v)", report.lostSquare.map { Double($0) }),
      ]
    }
  }
}
