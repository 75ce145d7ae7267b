internal import Canvas
internal import Moves

/// What a teacher asks a class, beside what the program asks anyway.
extension App {
  /// Those that the key for it offers, in their order there: what the run will tell, and no screen
  /// shows yet.
  var askable: [Question.Kind] {
    guard now == newest, stepToAsk < run.settings.steps ?? .max else { return [] }
    let clips = moves.contains { $0.move == .clip }
    return (clips ? [.clipped] : []) + (history.lastLoss == nil ? [] : [.lower])
  }

  /// Completed steps before the next one whose clipping nobody has seen.
  private var stepToAsk: Int {
    stage.latest[.clip]?.step == now.completedSteps + 1
      ? now.completedSteps + 1 : now.completedSteps
  }

  mutating func openAsking() {
    isAsking = !askable.isEmpty
    if isAsking { return }
    options.remark =
      now < newest
      ? "The class has seen what comes next; end leads to the newest, where you can ask."
      : "There is no next step here that the class could be asked about."
  }

  /// Whether the key takes the question back, or closes what came of it.
  mutating func takesBackQuestion(_ key: Key) -> Bool {
    guard key == .escape, journey == nil, visit == nil, let question else { return false }
    if question.truth == nil { options.remark = "The question is taken back." }
    (self.question, isAskedByPage) = (nil, false)
    return true
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
    let step = kind == .clipped ? stepToAsk : now.completedSteps
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
    asked.tally.following = attendance?.following ?? 0
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
    guard let question = openToDigits, let digit = Self.digits.firstIndex(of: key) else {
      return false
    }
    guard following?.isAlone == false else {
      answer = "The class is asked a question: esc comes back to answer it."
      return true
    }
    guard question.isOpen else {
      answer = "Answers are closed."
      return true
    }
    guard digit < question.kind.choices else {
      answer = "Choose 1\(question.kind.choices == 3 ? ", 2 or 3" : " or 2")."
      return true
    }
    if following?.answers[question.number] != nil {
      answer = "You have answered already; one answer counts."
      return true
    }
    following?.answers[question.number] = digit
    drive.enqueue(.answer(question: question.number, choice: digit))
    return true
  }

  static let digits = (0..<Move.allCases.count).map { Key.character(key(of: $0)) }

  /// The question that a digit is meant for: one whose box shows, or that waits for an answer.
  private var openToDigits: Question? {
    guard let following, !following.isOver, let question = following.present?.question else {
      return nil
    }
    return following.isAlone && !following.isAsked ? nil : question
  }
}
