internal import Canvas
internal import Moves

/// What a teacher asks a class, beside what the program asks anyway.
extension App {
  /// What the key for it offers, each under a number of its own.
  static let offered: [Question.Kind] = [.clipped, .lower, .broken]

  /// Those that can be asked now: what the run will tell, and no screen shows yet.
  var askable: [Question.Kind] { Self.offered.filter { objection(toAsking: $0) == nil } }

  /// Why it cannot be asked now; nil where it can.
  func objection(toAsking kind: Question.Kind) -> String? {
    if kind == .broken { return showsBothCurves ? nil : "no broken run to compare" }
    if now < newest { return "the class has already seen the next step" }
    if stepToAsk >= run.settings.steps ?? .max { return "the run is at its end" }
    switch kind {
    case .clipped: return moves.contains { $0.move == .clip } ? nil : "this loop does not clip"
    case .lower: return history.lastLoss == nil ? "no loss yet: make a step first" : nil
    case .broken, .guess, .grows: return nil
    }
  }

  /// Whether there are two curves to tell apart.
  var showsBothCurves: Bool {
    guard let broken, history.twin?.lastLoss != nil else { return false }
    return history.completedSteps > broken.start
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
      ? "The class has already seen the next step; end goes to the newest, where you can ask."
      : "There is no next step to ask the class about."
  }

  /// Whether the key takes the question back, or closes what came of it.
  mutating func takesBackQuestion(_ key: Key) -> Bool {
    guard key == .escape, journey == nil, visit == nil else { return false }
    guard let question else {
      defer { former = nil }
      return former != nil
    }
    if question.truth == nil { options.remark = "The question was taken back." }
    concludeQuestion()
    return true
  }

  /// How many steps later the loss is compared.
  private static let stepsToLower = 20

  /// What cannot be asked now says why, and leaves the choice open.
  mutating func chooseQuestion(_ key: Key) {
    let place = Self.offered.indices.first { key == .character(Self.key(of: $0)) }
    guard let kind = place.map({ Self.offered[$0] }) else {
      isAsking = false
      return key == .escape ? () : sayNothing(of: key)
    }
    if let why = objection(toAsking: kind) { return answer = "\(why.capitalizedFirst)." }
    isAsking = false
    ask(kind)
  }

  static func key(of choice: Int) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(ascii: "1") + UInt8(choice))
  }

  private mutating func ask(_ kind: Question.Kind) {
    concludeQuestion()
    drive.isRunning = false
    let step = kind == .clipped ? stepToAsk : now.completedSteps
    let last = run.settings.steps ?? .max
    questions += 1
    let due: Int =
      switch kind {
      case .clipped, .grows: step + 1
      case .lower: min(step + Self.stepsToLower, max(last, step + 1))
      case .broken: step
      case .guess: endOfGuess ?? last
      }
    var asked = Question(number: questions, kind, step: step, due: due)
    asked.tally.number = questions
    asked.tally.counts = Array(repeating: 0, count: kind.choices)
    asked.tally.following = attendance?.following ?? 0
    question = asked
    lossAsked = history.lastLoss
  }

  /// When a loop that is broken now is judged.
  private var endOfGuess: Int? {
    guard case .guess(let breakage) = breakPage else { return nil }
    let steps = breakage.stepsToGuess(in: run.settings.steps ?? .max, from: breakingStep)
    return breakingStep + steps
  }

  /// What a page asks by itself is asked of the class too, for as long as it shows.
  mutating func askByPage() {
    guard abilities.contains(.asking) else { return }
    if let kind = kindByPage {
      if question?.isOpen != true || question?.kind != kind, !isAnswered(kind) {
        ask(kind)
        isAskedByPage = true
      }
    } else if isAskedByPage {
      leaveAskingPage()
    }
    settleQuestion()
  }

  private var kindByPage: Question.Kind? {
    if case .guess = breakPage { return .guess }
    return switch visitAsks {
    case .clipped: .clipped
    case .grows: .grows
    case nil: nil
    }
  }

  private func isAnswered(_ kind: Question.Kind) -> Bool {
    isAskedByPage && question?.kind == kind && question?.step == now.completedSteps
  }

  /// The loop is broken next, or the page was left and nothing comes of the guess.
  private mutating func leaveAskingPage() {
    if question?.kind == .guess, !isBreaking { concludeQuestion() } else { closeQuestion() }
  }

  private var isBreaking: Bool {
    let requests = drive.queue + [drive.inFlight].compactMap(\.self)
    return broken != nil || requests.contains { if case .breakLoop = $0 { true } else { false } }
  }

  private mutating func closeQuestion() {
    question?.isOpen = false
    isAskedByPage = false
  }

  /// Nothing more comes of the question. One that was not answered yet is judged where it can be, and
  /// else taken back; what the class has said of it is still told.
  mutating func concludeQuestion() {
    if var asked = question, asked.truth == nil {
      (asked.isOpen, asked.truth) = (false, truth(of: asked))
      former = asked
    }
    (question, isAskedByPage) = (nil, false)
  }

  /// Who goes on reveals what was right, or leaves it behind.
  mutating func goOnFromQuestion() {
    former = nil
    guard let question else { return }
    if question.isOpen { return closeQuestion() }
    if question.truth != nil || now.completedSteps > question.due { concludeQuestion() }
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
    case .clipped: isClipped(step: question.step + 1).map { $0 ? 0 : 1 }
    case .grows:
      now.completedSteps < question.due ? nil : watch.soFar.life.map { $0.change > 0 ? 0 : 1 }
    case .lower:
      lossAsked.flatMap { before in history.kept(question.due)?.loss.map { $0 < before ? 0 : 1 } }
    case .broken: run.placeOfBroken(in: question)
    case .guess:
      broken?.isTold == true
        ? (broken?.findings?.comparison.answer).map { $0.rawValue - 1 } : nil
    }
  }

  private func isClipped(step: Int) -> Bool? {
    let made = stage.latest[.clip].flatMap { $0.step == step ? $0.clip : nil }
    return made?.clipped ?? history.kept(step)?.clipped
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
      answer = "Your class is asked a question: press esc, then answer it."
      return true
    }
    guard question.isOpen else {
      answer = "The question is closed: it takes no more answers."
      return true
    }
    guard digit < question.kind.choices else {
      answer = "Choose \(Self.digits(for: question))."
      return true
    }
    if following?.answers[question.number] != nil {
      answer = "You have answered already, and the first answer counts."
      return true
    }
    following?.answers[question.number] = digit
    drive.enqueue(.answer(question: question.number, choice: digit))
    return true
  }

  static let digits = (0..<Move.allCases.count).map { Key.character(key(of: $0)) }

  /// "1 or 2".
  private static func digits(for question: Question) -> String {
    question.kind.choices == 3 ? "1, 2 or 3" : "1 or 2"
  }

  /// For a page of the person's own, which hides the question.
  var wayToAnswer: String? {
    following?.present?.question.map {
      "Your teacher asks: \(following?.isAlone == true ? "esc twice" : "esc"), then "
        + Self.digits(for: $0)
    }
  }

  /// The question that a digit is meant for: one whose box shows, or that waits for an answer.
  private var openToDigits: Question? {
    guard let following, !following.isOver, let question = following.present?.question else {
      return nil
    }
    return following.isAlone && !following.isAsked ? nil : question
  }
}
