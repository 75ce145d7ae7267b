internal import Canvas
internal import Moves

/// What a teacher asks a class, beside what the program asks anyway.
extension App {
  /// Those that the key for it offers, in their order there.
  var askable: [Question.Kind] {
    broken == nil ? [.clipped, .lower] : [.clipped, .lower, .broken]
  }

  /// How many steps later the loss is compared.
  private static let stepsToLower = 20

  mutating func chooseQuestion(_ key: Key) {
    isAsking = false
    guard let place = askable.indices.first(where: { key == .character(Self.key(of: $0)) }) else {
      return key == .escape ? () : sayNothing(of: key)
    }
    ask(askable[place])
  }

  static func key(of choice: Int) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(ascii: "1") + UInt8(choice))
  }

  private mutating func ask(_ kind: Question.Kind) {
    drive.isRunning = false
    let step = now.completedSteps
    let last = run.settings.steps ?? .max
    questions += 1
    let due: Int =
      switch kind {
      case .clipped, .grows: step + 1
      case .lower: min(step + Self.stepsToLower, max(last, step + 1))
      case .broken: step
      case .guess: broken?.end ?? last
      }
    var asked = Question(number: questions, kind, step: step, due: due)
    asked.tally.number = questions
    asked.tally.counts = Array(repeating: 0, count: kind.choices)
    question = asked
    lossAsked = history.lastLoss
  }

  /// What a page asks by itself is asked of the class too, for as long as it shows.
  mutating func askByPage() {
    guard abilities.contains(.asking) else { return }
    let kind: Question.Kind? =
      if case .guess = breakPage { .guess } else {
        switch visitAsks {
        case .clipped: .clipped
        case .grows: .grows
        case nil: nil
        }
      }
    if let kind, question?.isOpen != true || question?.kind != kind, !isAnswered(kind) {
      ask(kind)
      isAskedByPage = true
    } else if kind == nil, isAskedByPage {
      closeQuestion()
    }
    settleQuestion()
  }

  private func isAnswered(_ kind: Question.Kind) -> Bool {
    isAskedByPage && question?.kind == kind && question?.step == now.completedSteps
  }

  private mutating func closeQuestion() {
    question?.isOpen = false
    isAskedByPage = false
  }

  /// Who goes on reveals what was right, or leaves it behind.
  mutating func goOnFromQuestion() {
    guard let question else { return }
    if question.isOpen { return closeQuestion() }
    if question.truth != nil || now.completedSteps > question.due { self.question = nil }
  }

  mutating func take(_ tally: Question.Tally) {
    if question?.number == tally.number { question?.tally = tally }
  }

  private mutating func settleQuestion() {
    guard var asked = question, !asked.isOpen, asked.truth == nil else { return }
    asked.truth = truth(of: asked)
    question = asked
  }

  private func truth(of question: Question) -> Int? {
    switch question.kind {
    case .clipped:
      guard case .clip(let clip)? = stage.latest[.clip]?.outcome,
        stage.latest[.clip]?.step == question.step + 1
      else { return nil }
      return clip.clipped ? 0 : 1
    case .grows:
      guard now.completedSteps >= question.due, let life = watch.track.life else { return nil }
      return life.change > 0 ? 0 : 1
    case .lower:
      guard now == Moment(completedSteps: question.due), let before = lossAsked,
        let loss = history.lastLoss
      else { return nil }
      return loss < before ? 0 : 1
    case .broken:
      guard let twin = history.twin?.lastLoss, let loss = history.lastLoss else { return nil }
      return loss > twin ? 0 : 1
    case .guess:
      guard broken?.isTold == true, let answer = broken?.findings?.comparison.answer else {
        return nil
      }
      return answer.rawValue - 1
    }
  }
}

/// What one who follows answers.
extension App {
  /// Whether the key is an answer, which then is given.
  mutating func answerTakes(_ key: Key) -> Bool {
    guard let question = followed?.question, question.isOpen,
      let choice = (0..<question.kind.choices).first(where: { key == .character(Self.key(of: $0)) })
    else { return false }
    if following?.answers[question.number] != nil {
      answer = "You have answered already; one answer counts."
      return true
    }
    following?.answers[question.number] = choice
    drive.enqueue(.answer(question: question.number, choice: choice))
    return true
  }
}
