internal import Moves

/// What the live move just did, in words, with this step's own numbers in them.
struct Sentence: Sendable {
  var run: RunFacts
  var stage: Stage
  var isDone: Bool

  /// The number and name of what is told about, and the words.
  var parts: (heading: String, text: String) {
    switch stage.detour {
    case .running(let step): return ("eval() + no_grad()", detour(after: step))
    case .done(let report): return ("eval() + no_grad()", evaluated(report))
    case .none: break
    }
    guard let live = stage.live else { return ("step 0", beginning) }
    return ("\(live.move.number) \(live.move.name)", words(for: live))
  }

  private var beginning: String {
    "This network has \(Figures.grouped(run.parameterCount)) parameters, numbers that training "
      + "will change. They were set at random, so it is guessing. "
      + "Press space for one training step."
  }

  private func words(for report: MoveReport) -> String {
    switch report.outcome {
    case .zeroGrad(let zeroGrad): words(zeroGrad, in: report)
    case .forward(let forward): words(forward, in: report)
    case .backward(let backward): words(backward, in: report)
    case .clip(let clip): words(clip)
    case .step(let update): words(update) + ending
    case .failed(let why): why
    }
  }

  private var ending: String {
    isDone ? " That was the last step of the schedule; space goes on at the lowest rate." : ""
  }

  private func words(_ report: ZeroGradReport, in move: MoveReport) -> String {
    guard report.wiped > 0 else {
      return "No parameter holds a gradient yet: there is nothing to wipe. "
        + "None is not zero: it means that nobody has looked yet which way is down."
    }
    return "The gradients of step \(move.step - 1), norm \(Figures.plain(report.norm)) together, "
      + "were wiped from all \(report.wiped) parameter tensors. Backward adds to what it finds, "
      + "so each step must begin with none."
  }

  private func words(_ report: ForwardReport, in move: MoveReport) -> String {
    let batch = "\(microBatch(move))the network read \(examples(report.examples)) and made "
      + "\(Figures.grouped(report.targets)) \(report.targets == 1 ? "guess" : "guesses"). "
      + "The loss, how wrong they were on average, is \(Figures.loss(report.loss))"
    if let guessing = run.guessingLoss {
      return batch + "; a model that knows nothing would score \(Figures.loss(guessing))."
    }
    return batch + ": the mean of the squared distances to the answers."
  }

  private func words(_ report: BackwardReport, in move: MoveReport) -> String {
    let divided =
      report.divisor > 1
      ? " The loss was divided by \(report.divisor) first, so that \(report.divisor) "
        + "micro-batches add up to their mean." : ""
    return "\(microBatch(move))for each parameter, backward found its gradient: how the loss "
      + "would change if that parameter grew a little.\(divided) "
      + "Norm of all gradients together so far: \(Figures.plain(report.norm))."
  }

  private func words(_ report: ClipReport) -> String {
    let norm = Figures.plain(report.normBefore)
    let ceiling = Figures.plain(report.maxNorm)
    guard report.normBefore.isFinite else {
      return "The norm is \(norm): there is no direction left to follow. "
        + "Clipping cannot mend it, it spreads."
    }
    guard report.clipped else {
      return "Together the gradients measured \(norm), not above the ceiling of \(ceiling), so "
        + "they stay as they are. Clipped so far: \(report.clippedSteps) steps."
    }
    return "Clipped. Together the gradients measured \(norm), above the ceiling of \(ceiling), so "
      + "each was multiplied by \(Figures.factor(report.factor)): the same direction, "
      + "a shorter push."
  }

  private func words(_ report: UpdateReport) -> String {
    guard report.updated > 0 else {
      return "No parameter has a gradient, so the optimizer skipped them all. Nothing changed."
    }
    let ratio = Figures.percent(report.updateNorm / max(report.parameterNorm, .leastNonzeroMagnitude))
    return "\(optimizer) moved every parameter a little against its gradient, at learning rate "
      + "\(Figures.scientific(report.learningRate)). The changes together measure "
      + "\(Figures.plain(report.updateNorm)), \(ratio) of the parameters' norm.\(mover(report))"
  }

  private func mover(_ report: UpdateReport) -> String {
    guard let life = report.largestMover else { return "" }
    return " The farthest: \(life.name)\(life.index), \(Figures.parameter(life.old)) to "
      + "\(Figures.parameter(life.new))."
  }

  private func detour(after step: Int) -> String {
    "A side road after step \(step): dropout is off, nothing is recorded, nothing is learned. "
      + "The network is only measured, on text it trains on and on text it never trains on."
  }

  private func evaluated(_ report: EvaluationReport) -> String {
    let proof =
      report.unchanged
      ? "Parameters and gradients are unchanged, bit for bit."
      : "Parameters or gradients have changed: that must not happen."
    return "After step \(report.step), with dropout off and nothing recorded: loss "
      + "\(Figures.loss(report.trainLoss)) on training data, "
      + "\(Figures.loss(report.validationLoss)) on validation data, which it never trains on. "
      + proof
  }

  private var optimizer: String {
    run.hyperparameters.optimizer == .adamw ? "AdamW" : "SGD"
  }

  private func microBatch(_ report: MoveReport) -> String {
    let planned = report.planned
    guard planned.microBatches > 1 else { return "" }
    return "Micro-batch \(planned.microBatch) of \(planned.microBatches): "
  }

  private func examples(_ count: Int) -> String { count == 1 ? "1 example" : "\(count) examples" }
}
