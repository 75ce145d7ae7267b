internal import Canvas
internal import Moves

/// What the live move just did, in words, with this step's own numbers in them.
///
/// Each must fit three lines of 65 columns, the room of the smallest screen with boxes.
struct Sentence: Sendable {
  var run: RunFacts
  var stage: Stage
  /// What the run has come to, where it stands at its end.
  var ending: Ending?
  /// Steps follow each other faster than anyone reads: what changes with each is left out.
  var isHurried = false
  /// Moves light up faster than anyone reads: each is told in a few words.
  var isPassing = false
  /// Whether it is read by a class, or by its teacher.
  var isInClass = false
  /// Steps up to this one another loop made.
  var formerSteps = 0
  /// Where the live move is the first with a figure that is infinite or not a number.
  var divergence: Divergence?

  /// The number and name of what is told about, and the words.
  var parts: (heading: String, text: String) {
    if let ending, isEnding { return ("the end", ending.words) }
    switch stage.detour {
    case .running(let step): return ("evaluation", detour(after: step))
    case .done(let report): return ("evaluation", forgotten(report) ?? evaluated(report))
    case .sampling(let step): return ("sample", sampling(after: step))
    case .sampled(let report): return ("sample", sampled(report))
    case .checked(let check): return ("check", checked(check))
    case .none: break
    }
    guard let live = stage.live else {
      return stage.told.map { ("step \($0.step)", passed($0)) } ?? ("step 0", beginning)
    }
    let words = stage.failure ?? (isPassing ? Self.brief(live) : words(for: live))
    return (
      "\(live.move.number) \(live.move.name)", divergence?.words(isInClass: isInClass) ?? words
    )
  }

  /// The words from the fullest to the shortest, where there are shorter ones.
  func forms(_ glyphs: Glyphs) -> [String] {
    if let ending, isEnding { return ending.forms(glyphs) }
    return [parts.text]
  }

  /// Whether it tells what the run has come to.
  var isEnding: Bool { ending != nil && isAtRest }

  /// Whether it is worth rows of the chart's where there are few: it stays, and figures stand in it.
  var takesRows: Bool {
    switch stage.detour {
    case .none, .running, .sampling: isEnding
    case .done, .sampled, .checked: true
    }
  }

  /// The loop's own last evaluation does not hide how the run ended.
  private var isAtRest: Bool {
    switch stage.detour {
    case .none: !isPassing
    case .done(let report): report.isScheduled
    case .running, .sampling, .sampled, .checked: false
    }
  }

  /// A step whose moves nobody tells of.
  private func passed(_ step: StepSummary) -> String {
    let figures = [
      step.loss.map { loss in
        run.lossName.map { "\($0) \(Figures.loss(loss))" }
          ?? "loss \(Figures.loss(loss))\(run.lossMoment(of: "its"))"
      },
      step.gradNorm.map { "gradient norm \(Figures.plain($0))" },
      step.learningRate.map { "learning rate \(Figures.rate($0))" },
    ].compactMap(\.self)
    let what = figures.isEmpty ? "no figures" : figures.joined(separator: ", ")
    return "Told of this step: \(what). What its single moves did is not told."
  }

  private var beginning: String {
    guard let parameters = run.parameterCount else { return firstKey }
    if let text = run.text { return beginning(on: text, parameters) }
    return
      "This network has \(parameters.grouped) parameters: numbers that training "
      + "changes, a little each step. "
      + (run.lesson == nil ? "" : "They are set at random, so it is guessing. ") + firstKey
  }

  private func beginning(on text: TextFacts, _ parameters: Int) -> String {
    "\(parameters.grouped) random parameters will learn from \(text.words(named: text.name.cut(to: 20))) "
      + (text.wordsOnRepeats ?? text.wordsOnRare ?? firstKey)
  }

  private var firstKey: String { Self.firstKey(isInClass: isInClass) }

  /// The key is the teacher's, and all who follow read the same.
  static func firstKey(isInClass: Bool) -> String {
    isInClass ? "The first training step comes next." : "Press space for one training step."
  }

  private func words(for report: MoveReport) -> String {
    switch report.outcome {
    case .zeroGrad(let zeroGrad): mistake(in: report) ?? words(zeroGrad, in: report)
    case .forward(let forward): words(forward, in: report)
    case .backward(let backward): mistake(in: report) ?? words(backward, in: report)
    case .clip(let clip): mistake(in: report) ?? words(clip)
    case .step(let update): mistake(in: report) ?? words(update)
    case .failed(let why): why
    }
  }

  private func mistake(in report: MoveReport) -> String? {
    guard report.step > formerSteps else { return nil }
    return Mistake(recipe: run.recipe, report: report, sumsLosses: run.sumsLosses).words
  }

  private func words(_ report: ZeroGradReport, in move: MoveReport) -> String {
    guard report.wiped > 0 else {
      return "A gradient says which way to change a parameter. None has been found yet: "
        + "each .grad is None. That is not zero: there is no number yet."
    }
    let clipped = stage.clipping(before: move) == nil ? "" : " after clipping"
    let norm = report.norm.map { " (norm \(Figures.plain($0))\(clipped))" } ?? ""
    return
      "The gradients of step \(move.step - 1)\(norm) were wiped: each .grad is None again. "
      + "Backward adds to what it finds, so every step must start with none."
  }

  private func words(_ report: ForwardReport, in move: MoveReport) -> String {
    let read = microBatch(move) + reading(report)
    let isPart = move.planned.isOfPart
    guard let figure = report.loss else { return read + "How wrong they are is not told." }
    let loss = "\(isPart ? "Its" : "The") loss, \(Figures.loss(figure)), "
    guard let guessing = run.guessingLoss else {
      let meaning =
        run.lesson == nil
        ? "says how wrong they are."
        : "is the mean of the squared distances between guess and answer."
      return read + loss + meaning + curve(report, in: move)
    }
    let blind = "lind guessing would give \(Figures.loss(guessing))"
    return isPart
      ? read + loss + "says how wrong they are; b\(blind).\(curve(report, in: move))"
      : read + loss + "says how wrong they are. B\(blind); perfect guessing, 0."
        + curve(report, in: move)
  }

  private func reading(_ report: ForwardReport) -> String {
    guard let examples = report.examples, let targets = report.targets else {
      return "A batch was read and guesses were made. "
    }
    return "\(examples.counted("example")) read, "
      + "\(targets.counted("guess", "guesses")) made\(right(report)). "
  }

  /// Which of the losses stands where: the box shows the last one, the curve the mean.
  private func curve(_ report: ForwardReport, in move: MoveReport) -> String {
    if run.isAfterUpdate(move) {
      return " It is not on the curve: this step's update came before it."
    }
    guard let (number, count) = run.lossPlace(of: move), count > 1,
      let mean = report.meanLoss.map({ Figures.loss($0) })
    else { return "" }
    return number == count
      ? " The mean of all \(count), \(mean), goes on the curve."
      : number > 1 ? " The mean so far is \(mean)." : ""
  }

  /// How many guesses named the right class, where there are classes.
  private func right(_ report: ForwardReport) -> String {
    guard case .map(let map) = report.reading, let right = map.right else { return "" }
    return ", \(right) of them right"
  }

  private func words(_ report: BackwardReport, in move: MoveReport) -> String {
    let divisor = report.divisor ?? 1
    let divided =
      divisor > 1
      ? " The loss was divided by \(divisor): the parts add up to a mean."
      : run.sumsLosses && move.planned.isOfPart
        ? " The gradients of this step's losses add up." : ""
    let norm = report.norm.map { " The gradients' norm (length) is \(Figures.plain($0))." }
    let part = microBatch(move)
    return "\(part)\(part.isEmpty ? "Each" : "each") parameter's gradient says how the loss would "
      + "change if the parameter grew.\(divided)\(norm ?? "")"
  }

  private func words(_ report: ClipReport) -> String {
    let figures = ClipFigures(report)
    let (norm, ceiling) = (figures.before, figures.ceiling)
    guard report.normBefore.isFinite else {
      return "The norm is \(norm): there is no direction left to follow. "
        + "Clipping cannot mend it; it spreads to every gradient."
    }
    guard report.clipped else {
      return "The gradients' norm was \(norm), not above the ceiling of \(ceiling), so they stay "
        + "as they are. Clipped \(report.clippedSince.map { "since step \($0)" } ?? "so far"): "
        + "\(report.clippedSteps.counted("step"))."
    }
    return "Clipped. The gradients' norm was \(norm), above the ceiling of \(ceiling), so "
      + "each was multiplied by \(figures.factor): the same direction, "
      + "a shorter push."
  }

  private func words(_ report: UpdateReport) -> String {
    guard report.updated > 0 else {
      return "No parameter has a gradient, so the optimizer skipped them all. Nothing changed."
    }
    let norms = [("update", report.updateNorm), ("parameters", report.parameterNorm)]
    if let (name, norm) = norms.first(where: { $0.1?.isFinite == false }) {
      return
        "The norm of the \(name) is \(Figures.plain(norm)): some parameters are not finite numbers "
        + "any more, and no later step can mend that."
    }
    let far = report.share.map { " by \(Figures.shareOfNorm($0))" } ?? ""
    // Where no optimizer steps, the script's own lines do.
    if report.learningRate.isNaN { return "The script changed the parameters by hand\(far)." }
    let optimizer = run.settings.optimizer?.name ?? "the optimizer"
    return "At learning rate \(Figures.rate(report.learningRate)) \(optimizer) moved the "
      + "parameters\(far)\(way(of: report))." + mover(report)
  }

  /// Where weight decay makes much of the change, the gradients do not say which way it went.
  private func way(of report: UpdateReport) -> String {
    guard let updateNorm = report.updateNorm, let parameterNorm = report.parameterNorm,
      report.decayNorm > updateNorm / 2
    else { return against }
    let share = report.decayNorm / max(parameterNorm, .leastNonzeroMagnitude)
    return "; weight decay alone, by \(Figures.shareOfNorm(share))"
  }

  private func mover(_ report: UpdateReport) -> String {
    guard !isHurried, let life = report.largestMover else { return "" }
    let index = life.index.map(String.init).joined(separator: ",")
    return " The largest change: \(life.shortName)[\(index)], from "
      + "\(Figures.parameter(life.old)) to \(Figures.parameter(life.new))."
  }

  /// What the optimizer moves parameters against, where that is known.
  private var against: String {
    switch run.settings.optimizer?.kind {
    case .adamw: ", against their gradients' running mean"
    case .sgd: ", against their gradients"
    case nil: ""
    }
  }

  private func microBatch(_ report: MoveReport) -> String {
    report.planned.isOfPart
      ? "\(run.sumsLosses ? "Loss" : "Micro-batch") \(report.planned.place): " : ""
  }
}
