internal import Moves

/// A question to a class in words.
struct QuestionWords {
  private let question: Question
  private let run: RunFacts

  init(_ question: Question, _ run: RunFacts) { (self.question, self.run) = (question, run) }

  var title: String {
    switch question.kind {
    case .clipped: "Will step \(Figures.grouped(question.step + 1)) be clipped?"
    case .lower:
      "Will the loss of step \(Figures.grouped(question.due)) be lower than step "
        + "\(Figures.grouped(question.step))'s?"
    case .broken: "Which curve is the broken run's?"
    case .guess: "Which curve will be lower?"
    case .grows: "Will this parameter become larger?"
    }
  }

  var choices: [String] {
    switch question.kind {
    case .clipped, .lower, .grows: ["yes", "no"]
    case .broken: ["the one that is higher now", "the one that is lower now"]
    case .guess: CurveGuess.allCases.map(\.words)
    }
  }

  static func offer(_ kind: Question.Kind) -> String {
    switch kind {
    case .clipped: "will the next step be clipped?"
    case .lower: "will the loss be lower after 20 steps?"
    case .broken: "which curve is the broken one?"
    case .guess: "which curve will be lower?"
    case .grows: "will this parameter become larger?"
    }
  }
}
