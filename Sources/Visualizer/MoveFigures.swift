internal import Moves

/// The figures of one move's report, each with its name.
struct MoveFigures {
  struct Row: Equatable {
    var name: String
    var value: String
    /// Without what it is counted in, for a narrow panel.
    var short: String?

    /// From the fullest to the shortest.
    var forms: [String] { [value] + (short.map { [$0] } ?? []) }
  }

  var report: MoveReport
  var run: RunFacts
  /// What shortened the gradients that zero_grad found.
  var clipping: ClipReport?

  var rows: [Row] {
    switch report.outcome {
    case .zeroGrad(let report): rows(report)
    case .forward(let report): microBatch + rows(report)
    case .backward(let report): microBatch + rows(report)
    case .clip(let report): rows(report)
    case .step(let report): rows(report)
    case .failed: []
    }
  }

  private var microBatch: [Row] {
    let planned = report.planned
    return planned.isOfPart
      ? [Row(name: run.sumsLosses ? "loss" : "micro-batch", value: planned.place)] : []
  }

  private func rows(_ report: ZeroGradReport) -> [Row] {
    [
      Row(
        name: "wiped", value: "\(report.wiped) of \(report.tensors) tensors",
        short: "\(report.wiped) of \(report.tensors)"),
      Row(
        name: "norm they had", value: report.wiped > 0 ? norm(report) : "none",
        short: report.wiped > 0 ? Figures.plain(report.norm) : nil),
      Row(name: "gradients now", value: "None"),
    ]
  }

  private func norm(_ report: ZeroGradReport) -> String {
    Figures.plain(report.norm) + (clipping == nil ? "" : ", after clipping")
  }

  private func rows(_ report: ForwardReport) -> [Row] {
    [
      Row(name: "examples", value: Figures.grouped(report.examples)),
      Row(name: "guesses", value: Figures.grouped(report.targets)),
    ] + right(report) + losses(report) + alive(report)
      + (run.guessingLoss.map { [Row(name: "blind guessing", value: Figures.loss($0))] } ?? [])
  }

  /// Told where the loop lets go of none.
  private func alive(_ report: ForwardReport) -> [Row] {
    guard run.recipe.keepsLossTensor, let live = report.liveOperations else { return [] }
    return [Row(name: "operations alive", value: Figures.grouped(live))]
  }

  /// The mean of all micro-batches is what the curve shows.
  private func losses(_ report: ForwardReport) -> [Row] {
    let own = Row(
      name: self.report.planned.isOfPart ? "its loss" : "loss", value: Figures.loss(report.loss))
    if run.isAfterUpdate(self.report) {
      return [own, Row(name: "on the curve", value: "no: update came first", short: "no")]
    }
    guard let (number, count) = run.lossPlace(of: self.report), count > 1,
      run.lesson != nil || report.meanLoss != nil
    else { return [own] }
    let isLast = number == count
    return [
      own,
      Row(
        name: isLast ? "mean of all" : "mean so far",
        value: Figures.loss(report.meanLoss) + (isLast ? ", on the curve" : ""),
        short: Figures.loss(report.meanLoss)),
    ]
  }

  private func right(_ report: ForwardReport) -> [Row] {
    guard case .map(let map) = report.reading, let right = map.right else { return [] }
    return [Row(name: "guessed right", value: "\(right) of \(map.points.count)")]
  }

  private func rows(_ report: BackwardReport) -> [Row] {
    let divided = report.divisor.map {
      $0 > 1 ? [Row(name: "loss divided by", value: "\($0)")] : []
    }
    return (divided ?? []) + [
      Row(
        name: "norm before",
        value: report.gradientsBefore > 0 ? Figures.plain(report.normBefore) : "None"),
      Row(name: "norm after", value: Figures.plain(report.norm)),
    ] + report.layers.map { Row(name: "in \($0.layer)", value: Figures.plain($0.norm)) }
  }

  private func rows(_ report: ClipReport) -> [Row] {
    let figures = ClipFigures(report)
    let counted = self.report.step + 1 - (report.clippedSince ?? 1)
    return [
      Row(name: "norm before clipping", value: figures.before),
      Row(name: "ceiling (max norm)", value: figures.ceiling),
      Row(name: "factor", value: figures.factor),
      Row(name: "norm after clipping", value: figures.after),
      Row(
        name: report.clippedSince.map { "clipped since \($0)" } ?? "clipped so far",
        value: "\(report.clippedSteps) of \(counted.counted("step"))",
        short: "\(report.clippedSteps) of \(counted)"),
    ]
  }

  private func rows(_ report: UpdateReport) -> [Row] {
    let isLast = self.report.step == run.settings.steps
    let next = report.nextLearningRate.map { Row(name: "next rate", value: Figures.rate($0)) }
    return [Row(name: "learning rate", value: Figures.rate(report.learningRate))]
      + (isLast ? [] : [next].compactMap(\.self)) + [
        Row(name: "update norm", value: Figures.plain(report.updateNorm)),
        Row(name: "parameter norm", value: Figures.plain(report.parameterNorm)),
        Row(name: "update / parameter", value: Figures.share(report.share)),
        Row(
          name: "tensors updated",
          value: "\(report.updated) of \(report.updated + report.skipped)"),
      ]
  }
}
