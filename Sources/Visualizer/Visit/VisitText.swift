internal import Canvas
internal import Moves

/// The words of a visit's page, with the numbers of this very step in them.
///
/// With title and keys each must fit fourteen lines of 38 columns.
struct VisitText {
  var app: App
  var page: VisitPage

  /// The title, and the paragraphs under it.
  var title: String {
    switch page {
    case .welcome: "a network that knows nothing"
    case .zeroGrad: "1 zero_grad: a clean start"
    case .forward: "2 forward: read and guess"
    case .backward: "3 backward: find every gradient"
    case .parts: "2 and 3 again: the other parts"
    case .clip: "4 clip: not too far at once"
    case .step: "5 step: every parameter moves"
    case .evaluation: "a side road: measure the network"
    case .again: "and again"
    }
  }

  /// What became of a guess.
  var verdict: String? {
    switch page {
    case .clip: app.visit?.saysClipped.map { verdict($0, clip?.clipped ?? false, "was clipped") }
    case .step: app.visit?.saysGrows.map { verdict($0, (life?.change ?? 0) > 0, "became larger") }
    default: nil
    }
  }

  private func verdict(_ said: Bool, _ was: Bool, _ verb: String) -> String {
    let denial = verb == "was clipped" ? "was not clipped" : "did not become larger"
    let fact = "it \(was ? verb : denial)"
    let guess = said ? "yes" : "no"
    return "\(app.guesser) guessed \(guess), \(said == was ? "and" : "but") \(fact)."
  }

  var text: String {
    switch page {
    case .welcome: welcome
    case .zeroGrad: zeroGrad
    case .forward: forward
    case .backward: backward
    case .parts: parts
    case .clip: clipping
    case .step: stepping
    case .evaluation: evaluation
    case .again: again
    }
  }

  /// The paragraph's, each with its end.
  var sentences: [String] {
    var sentences = [""]
    for word in text.split(separator: " ") {
      let last = sentences.count - 1
      sentences[last] += (sentences[last].isEmpty ? "" : " ") + word
      if word.hasSuffix(".") { sentences.append("") }
    }
    return sentences.filter { !$0.isEmpty }
  }

  var question: String? {
    switch app.visitAsks {
    case .clipped: "The ceiling is \(ceiling). Will this step be clipped?"
    case .grows: "Gradient \(gradient): will the step make \(name) larger?"
    case nil: nil
    }
  }

  private var welcome: String {
    "It has \(Figures.grouped(app.run.facts.parameterCount)) parameters: numbers, set at random. "
      + "\(firstGuess) Training is one step, made again and again, and a step is five moves. "
      + "This is the first one, move by move."
  }

  private var firstGuess: String {
    switch app.run.stage.reading {
    case .text(let reading):
      "In the first example that it reads, the right next character gets a probability of "
        + "\(Figures.percent(Double(reading.answer.probability))), by mere chance."
    case .line: "The line that it draws misses the points."
    case nil: ""
    case .map(let map): "It puts \(map.right ?? 0) of \(map.points.count) points into their class."
    }
  }

  private var zeroGrad: String {
    "Each parameter can have a gradient: a number that says which way to change it. Backward adds "
      + "to the gradients it finds, so each step first wipes the old ones. Here, at the start, "
      + "there is none: each .grad is None."
  }

  private var forward: String {
    guard let report = app.run.stage.latest[.forward]?.forward,
      let examples = report.examples, let targets = report.targets, let loss = report.loss
    else { return "" }
    let start =
      "It read \(examples.counted("example")) and made "
      + "\(targets.counted("guess", "guesses")). The loss is one number for how wrong they "
      + "were: \(Figures.loss(loss))"
    let end = "Training makes the loss smaller. \(Self.item)"
    guard let guessing = app.run.facts.guessingLoss else {
      return "\(start), the mean of the squared errors. \(end)"
    }
    return "\(start). Blind guessing would give \(Figures.loss(guessing)): "
      + "\(comparison(loss, guessing)). \(end)"
  }

  private static let item = "In code, loss.item() takes this number out of the tensor."

  private func comparison(_ loss: Float, _ guessing: Float) -> String {
    if loss > 1.05 * guessing {
      return "the network does worse, since it is sure of wrong answers"
    }
    return loss > 0.95 * guessing ? "it knows next to nothing" : "it was lucky"
  }

  private var backward: String {
    "From the loss back through the network: now every parameter has its gradient: how the loss "
      + "would change if that parameter grew. Follow one of them, \(name). \(slope) "
      + (app.run.facts.settings.parts == 1
        ? "The norm, one length for all gradients, is \(norm)." : "")
  }

  private var slope: String {
    guard let gradient = app.watch.soFar.now?.gradient else { return "" }
    let part = app.run.facts.settings.parts > 1 ? " from this part" : ""
    if gradient == 0 { return "Its gradient\(part) is 0: it had no part in this loss." }
    return "Its gradient\(part) is \(self.gradient): if \(name) grew, the loss would "
      + (gradient > 0 ? "grow." : "fall.")
  }

  private var parts: String {
    let count = app.run.facts.settings.parts
    return "The batch is read in \(count) parts, to save memory. Each loss is divided by "
      + "\(count) and the gradients add up to their mean. After part "
      + "\(lastPart) the gradient of \(name) is \(gradient), and "
      + "the norm, one length for all gradients, is \(norm)."
  }

  private var clipping: String {
    guard let clip else { return "" }
    if clip.clipped {
      let figures = ClipFigures(clip)
      return "Norm \(figures.before) is above \(ceiling), so each gradient was "
        + "multiplied by \(figures.factor): the same direction, a shorter push. "
        + clipped(by: clip.factor) + "One strange batch cannot throw the parameters far."
    }
    return "Norm \(Figures.plain(clip.normBefore)) is not above \(ceiling), so the gradients stay "
      + "as they are. Only a longer gradient is shortened, so that one strange batch cannot throw the "
      + "parameters far."
  }

  /// The step between the gradient that backward left and the one that the optimizer gets.
  private func clipped(by factor: Double) -> String {
    guard let before = app.watch.soFar.gradients.last?.value, before != 0 else { return "" }
    let after = Double(app.watch.soFar.now?.gradient ?? .nan)
    let formula = WorkedFormula(of: after, Double(before), times: factor, app.glyphs)
    return "\(name): \(formula.before(app.glyphs)). "
  }

  /// What the optimizer does, which a beginner meets here.
  private var optimizer: String {
    switch app.run.facts.settings.optimizer?.kind {
    case .adamw:
      "The optimizer AdamW keeps a running mean of each gradient and moves the parameter against it, "
        + "about equally far whether gradients are large or small."
    case .sgd: "The optimizer SGD moves each parameter a little against its gradient."
    case nil: ""
    }
  }

  /// Where weight decay makes most of the change, which may even go along with the gradient.
  private var decay: String {
    guard let life, let update, life.weightDecay > 0 else { return "" }
    let part = update.learningRate * life.weightDecay * Double(life.old)
    return abs(part) > abs(Double(life.change)) / 2
      ? ", most of it by weight decay, which pulls it towards 0" : ""
  }

  private var stepping: String {
    guard let life, let update else { return "" }
    return "\(optimizer) \(name) went from "
      + "\(Figures.parameter(life.old, moving: life.change)) to "
      + "\(Figures.parameter(life.new, moving: life.change))\(decay). The learning rate, "
      + "\(Figures.rate(update.learningRate)), sets how far: a low rate makes gentle steps, a high one "
      + "bold steps. That was a whole training step."
  }

  private var evaluation: String {
    let end =
      app.run.facts.settings.parts > 1
      ? " Most wrong orders raise no error: training just fails. \(farewell)" : ""
    guard case .done(let report) = app.run.stage.detour else {
      return "The loop leaves its road, to measure and to learn nothing."
    }
    return
      "Under eval() and no_grad() it only measures, with the new parameters: loss \(Figures.loss(report.trainLoss)) on "
      + "training data, \(Figures.loss(report.validationLoss)) on validation data it never trains "
      + "on.\(former)\(plan)" + end
  }

  /// The step's own loss is no figure to compare with: of other data, and of another moment.
  private var former: String {
    app.run.history.lastLoss.map {
      " The \(Figures.loss($0)) of step 1 was of its own batch, before the update."
    } ?? ""
  }

  private var plan: String {
    app.run.facts.settings.steps.map { " This run makes \(Figures.grouped($0)) such steps." } ?? ""
  }

  private var again: String {
    guard case .zeroGrad(let report) = app.run.stage.live?.outcome else { return "" }
    return "Step 2 begins, and now there are gradients to wipe: norm "
      + "\(Figures.plain(report.norm)). Without this move the next would be added to them, and no error "
      + "would say so. "
      + farewell
  }

  private var farewell: String {
    "That is all of it; the rest is repetition."
      + (app.isInAnyClass ? "" : " Space makes a step, enter runs, ? then v shows this again.")
  }
}
