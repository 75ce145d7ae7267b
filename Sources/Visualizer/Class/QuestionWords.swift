internal import Moves

/// A question to a class in words.
struct QuestionWords {
  private let question: Question
  private let history: History

  init(_ question: Question, _ history: History) {
    (self.question, self.history) = (question, history)
  }

  var title: String {
    switch question.kind {
    case .clipped: "Will step \(Figures.grouped(question.step + 1)) be clipped?"
    case .lower:
      "Will the loss of step \(Figures.grouped(question.due)) be lower than that of step "
        + "\(Figures.grouped(question.step))?"
    case .broken: verdict ?? "Which curve belongs to the broken run?"
    case .guess: "Which curve will be lower?"
    case .grows: "Will this parameter become larger?"
    }
  }

  var choices: [String] {
    switch question.kind {
    case .clipped, .lower, .grows: ["yes", "no"]
    case .broken: ["curve A", "curve B"]
    case .guess: CurveGuess.allCases.map(\.words)
    }
  }

  /// Which curve it was, and how far both had come by then.
  private var verdict: String? {
    guard let truth = question.truth else { return nil }
    let names = ["A", "B"]
    let step = history.kept(question.step)
    let losses = [step?.loss, step?.twin?.loss].map {
      $0.map { " (loss \(Figures.loss($0)))" } ?? ""
    }
    return "\(names[truth]) was the broken run's curve\(losses[0]), \(names[1 - truth]) its twin's"
      + losses[1]
  }

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
