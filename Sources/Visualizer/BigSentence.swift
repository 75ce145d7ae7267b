internal import Canvas
internal import Moves

/// What the live move did, in one sentence short enough for two lines of fifty-eight columns.
struct BigSentence {
  var stage: Stage
  var ending: Ending?
  /// What one forward reads.
  var batchName = "batch"
  /// What another program's run calls its loss.
  var lossName: String?
  /// Whether it is known how the run evaluates.
  var tellsModes = true
  /// Whether it is read by a class, or by its teacher.
  var isInClass = false
  /// Where the live move is the first with a figure that is infinite or not a number.
  var divergence: Divergence?

  /// From the fullest to the shortest, where there are shorter ones.
  func forms(_ glyphs: Glyphs) -> [String] { shownEnding?.forms(glyphs) ?? [text] }

  private var shownEnding: Ending? { stage.detour == .none || isMeasured ? ending : nil }

  var text: String {
    if let shownEnding { return shownEnding.words }
    switch stage.detour {
    case .running: return "Evaluation: the network is only measured, nothing is learned."
    case .done(let report):
      return measured(report)
    case .sampling: return "A sample: the network writes, nothing is learned."
    case .sampled(let report):
      guard let sample = report.sample else { return "This network does not write." }
      return sample.isEmpty
        ? Sentence.nothingWritten : "It wrote: \(DetourFacts.oneLine(sample))"
    case .checked(let check):
      return "Of the next \(batchName)'s loss, \(Figures.loss(check.loss)): the norm of its "
        + "gradient is \(Figures.digits(check.norm)); measured by nudging, \(Figures.digits(check.slope))."
    case .none:
      return divergence?.brief ?? stage.failure ?? stage.live.map(words) ?? stage.told.map(passed)
        ?? Sentence.firstKey(isInClass: isInClass)
    }
  }

  private func measured(_ report: EvaluationReport) -> String {
    let isOfScript = !tellsModes && report.batches != nil
    let data =
      isOfScript
      ? "in the mean of its batches"
      : "on validation data\(tellsModes ? " it never trains on" : "")"
    let losses = [
      report.trainLoss.map { "\(Figures.loss($0)) on training data" },
      report.validationLoss.map { "\(Figures.loss($0)) \(data)" },
    ].compactMap(\.self)
    let found = losses.isEmpty ? "measured" : "loss \(losses.joined(separator: ", "))"
    return "\(FigureMoment.of(report)): \(found)."
  }

  /// A step whose moves nobody tells of.
  private func passed(_ step: StepSummary) -> String {
    let loss = step.loss.map { "\(lossName ?? "loss") \(Figures.loss($0)). " }
    return "Step \(step.step): \(loss ?? "")What its moves did is not told."
  }

  private var isMeasured: Bool {
    if case .done(let report) = stage.detour { report.isScheduled } else { false }
  }

  private func words(_ report: MoveReport) -> String {
    switch report.outcome {
    case .zeroGrad(let zeroGrad):
      zeroGrad.wiped > 0
        ? "The gradients of the last step are wiped."
        : "There is no gradient to wipe yet: each .grad is None."
    case .forward(let forward): words(forward, report.planned)
    case .backward(let backward):
      "Each parameter gets its gradient."
        + (backward.norm.map { " Their norm is \(Figures.plain($0))." } ?? "")
    case .clip(let clip): words(clip)
    case .step(let update) where update.updated == 0:
      "No parameter has a gradient, so nothing changed."
    case .step(let update) where update.learningRate.isNaN:
      "The script changes the parameters by hand."
    case .step(let update):
      "The optimizer changes every parameter a little. Learning rate "
        + "\(Figures.rate(update.learningRate))."
    case .failed(let why): why
    }
  }

  private func words(_ report: ForwardReport, _ planned: PlannedMove) -> String {
    guard let loss = report.loss(of: planned).map({ Figures.loss($0) }) else {
      return "The network reads and guesses. The loss, how wrong it was, is not told."
    }
    return planned.isOfPart
      ? "\(lossName == nil ? "Micro-batch" : "Loss") \(planned.place): the network guesses. "
        + "\(report.meanLoss == nil ? "Its loss" : "The mean loss so far"), \(loss), says how wrong "
        + "the guesses are."
      : "The network reads and guesses. The loss, \(loss), says how wrong the guesses are."
  }

  private func words(_ report: ClipReport) -> String {
    let figures = ClipFigures(report)
    let (before, ceiling) = (figures.before, figures.ceiling)
    guard report.normBefore.isFinite else {
      return "The norm is \(before): clipping cannot mend it."
    }
    return report.clipped
      ? "Clipped: \(before) is above \(ceiling), so all gradients are shortened alike."
      : "\(before) is not above \(ceiling), so the gradients stay as they are."
  }
}
