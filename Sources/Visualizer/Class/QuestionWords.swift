internal import Moves

/// A question to a class in words.
struct QuestionWords {
  private let question: Question
  private let app: App

  init(_ question: Question, _ app: App) { (self.question, self.app) = (question, app) }

  var title: String {
    switch question.kind {
    case .clipped: "Will step \(step(question.step + 1)) be clipped?"
    case .lower:
      "Will the loss of step \(step(question.due)) be lower than that of step "
        + "\(step(question.step))?"
    case .broken: verdict ?? "Which curve belongs to the broken run?"
    case .guess: "Which curve will be lower?"
    case .grows: "Will \(name) become larger?"
    }
  }

  /// The same with the figures that are needed to answer it.
  var titleWithFigures: String {
    switch question.kind {
    case .clipped: ([title] + [norms].compactMap(\.self)).joined(separator: " ")
    case .grows: growth ?? title
    case .lower, .broken, .guess: title
    }
  }

  /// For a line that has to tell more than the question.
  var brief: String {
    switch question.kind {
    case .clipped: "Step \(step(question.step + 1)) clipped?"
    case .lower: "Loss of step \(step(question.due)) below step \(step(question.step))'s?"
    case .broken: "Which is the broken run's?"
    case .guess: "Which curve is lower?"
    case .grows: "Will \(name) grow?"
    }
  }

  var choices: [String] {
    switch question.kind {
    case .clipped, .lower, .grows: ["yes", "no"]
    case .broken: ["curve A", "curve B"]
    case .guess: CurveGuess.allCases.map(\.words)
    }
  }

  /// Where several stand in one line.
  var briefChoices: [String] {
    question.kind == .guess ? ["the broken run's", "its twin's", "neither"] : choices
  }

  /// When it will be known what was right.
  var rest: String { "the answer comes with \(moment)" }

  /// The same where room is short.
  var briefRest: String {
    question.kind == .guess ? "known by \(dueStep)" : "known at \(moment)"
  }

  /// A broken run may stop before, and is judged then.
  private var moment: String {
    switch question.kind {
    case .clipped: "move 4, clip, of \(dueStep)"
    case .grows: "move 5, step, of \(dueStep)"
    case .guess: "\(dueStep) at the latest"
    case .lower, .broken: dueStep
    }
  }

  private var dueStep: String { "step \(step(max(question.due, question.step)))" }

  /// Of the parameter that is asked about.
  private var name: String {
    guard let place = question.parameter, app.run.facts.tensors.indices.contains(place.tensor)
    else {
      return "the parameter"
    }
    let tensor = app.run.facts.tensors[place.tensor]
    return tensor.count > 1 ? tensor.name(of: place) : tensor.shortName
  }

  private func step(_ number: Int) -> String { Figures.grouped(number) }

  /// The norm that backward has left, once all parts have been read, and the ceiling.
  private var norms: String? {
    guard let most = app.run.facts.settings.maxNorm else { return nil }
    let ceiling = Figures.plain(most)
    guard let last = app.run.stage.latest[.backward], last.step == question.step + 1,
      last.planned.microBatch == last.planned.microBatches,
      let report = last.backward
    else { return "The ceiling is \(ceiling)." }
    return "The norm of its gradients is \(Figures.plain(report.norm)), the ceiling \(ceiling)."
  }

  private var growth: String? {
    let text = VisitText(app: app, page: .clip)
    guard app.watch.chosen == question.parameter, text.hasGradient else { return nil }
    let number = step(question.step + 1)
    return "Will step \(number) make \(name) larger? Its gradient is \(text.gradient)."
  }

  /// Which curve it was, and how far both had come by then.
  private var verdict: String? {
    guard let truth = question.truth else { return nil }
    let names = ["A", "B"]
    let step = app.run.history.kept(question.step)
    let losses = [step?.loss, step?.twin?.loss].map {
      $0.map { " (loss \(Figures.loss($0)))" } ?? ""
    }
    return "\(names[truth]) was the broken run's curve\(losses[0]), \(names[1 - truth]) its twin's"
      + losses[1]
  }

  /// As the teacher chooses it.
  static func offer(_ kind: Question.Kind) -> String {
    switch kind {
    case .clipped: "will the next step be clipped?"
    case .lower: "will the loss be lower after 20 steps?"
    case .broken: "which curve belongs to the broken run?"
    case .guess: "which curve will be lower?"
    case .grows: "will this parameter become larger?"
    }
  }
}
