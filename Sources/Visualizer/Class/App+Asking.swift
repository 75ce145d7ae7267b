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
    if run.now < run.newest { return "the class has already seen the next step" }
    if stepToAsk >= run.facts.settings.steps ?? .max { return "the run is at its end" }
    switch kind {
    case .clipped: return moves.contains { $0.move == .clip } ? nil : "this loop does not clip"
    case .lower: return run.history.lastLoss == nil ? "no loss yet: make a step first" : nil
    case .broken, .guess, .grows: return nil
    }
  }

  /// Why little comes of asking it now; nil where much does.
  func doubt(aboutAsking kind: Question.Kind) -> String? {
    kind == .broken && hasCurvesOnEachOther
      ? "so far the lines lie on each other: better after more steps" : nil
  }

  /// Whether there are two curves to tell apart.
  var showsBothCurves: Bool {
    guard let broken = run.broken, run.history.twin?.lastLoss != nil else { return false }
    return run.history.completedSteps > broken.start
  }

  /// Completed steps before the next one whose clipping nobody has seen.
  private var stepToAsk: Int {
    run.stage.latest[.clip]?.step == run.now.completedSteps + 1
      ? run.now.completedSteps + 1 : run.now.completedSteps
  }

  mutating func openAsking() {
    isAsking = !askable.isEmpty
    if isAsking { return }
    options.remark =
      run.now < run.newest
      ? "The class has already seen the next step; end goes to the newest, where you can ask."
      : "There is no next step to ask the class about."
  }

  /// Whether the key takes the question back, or closes what came of it.
  mutating func takesBackQuestion(_ key: Key) -> Bool {
    // What is asked beside a page of the visit goes first, and then the page.
    guard key == .escape, journey == nil, visit == nil || question?.isOpen == true else {
      return false
    }
    guard let question else {
      defer { former = nil }
      return former != nil
    }
    if question.truth == nil, abilities.contains(.asking) {
      options.remark =
        "The question was taken back" + (visit == nil ? "." : "; esc again ends the walk.")
    }
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
    let wasOpen = question?.isOpen
    guard ask(kind) == .again else { return }
    options.remark =
      wasOpen == true
      ? "The class is asked this already."
      : "The question takes answers again, beside those given so far."
  }

  static func key(of choice: Int) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(ascii: "1") + UInt8(choice))
  }

  private enum Asked {
    case anew
    /// What is asked, or was a moment ago, and is not answered yet: its answers count on.
    case again
  }

  /// - Parameter isByPage: whether a page asks it, which may have been left for a moment.
  @discardableResult
  private mutating func ask(_ kind: Question.Kind, isByPage: Bool = false) -> Asked {
    drive.isRunning = false
    var asked = newQuestion(kind)
    let asksSame = { (other: Question?) in other?.truth == nil && other?.asksSame(as: asked) == true
    }
    if !asksSame(question) {
      concludeQuestion()
      guard isByPage, asksSame(former) else {
        questions += 1
        (asked.number, asked.tally.number) = (questions, questions)
        (question, lossAsked) = (asked, run.history.lastLoss)
        return .anew
      }
      (question, former) = (former, nil)
    }
    question?.isOpen = true
    return .again
  }

  private func newQuestion(_ kind: Question.Kind) -> Question {
    let step = kind == .clipped ? stepToAsk : run.now.completedSteps
    let last = run.facts.settings.steps ?? .max
    let due: Int =
      switch kind {
      case .clipped, .grows: step + 1
      case .lower: min(step + Self.stepsToLower, max(last, step + 1))
      case .broken: step
      case .guess: endOfGuess ?? last
      }
    var asked = Question(number: 0, kind, step: step, due: due)
    asked.tally.counts = Array(repeating: 0, count: kind.choices)
    asked.tally.following = attendance?.following ?? 0
    if kind == .grows { asked.parameter = watch.chosen }
    if case .guess(let breakage) = breakPage, kind == .guess { asked.breakage = breakage.name }
    return asked
  }

  /// When a loop that is broken now is judged.
  private var endOfGuess: Int? {
    guard case .guess(let breakage) = breakPage else { return nil }
    let steps = breakage.stepsToGuess(in: run.facts.settings.steps ?? .max, from: breakingStep)
    return breakingStep + steps
  }

  /// A page that asks something.
  struct AskingPage: Equatable {
    var kind: Question.Kind
    var step: Int
    var breakage: Breakage?
  }

  /// What a page asks by itself is asked of the class too, when it comes up and for as long as it shows;
  /// what the teacher asks meanwhile stays.
  mutating func askByPage() {
    guard abilities.contains(.asking) else { return }
    let page = pageAsking
    if page != askingPage {
      askingPage = page
      if let page {
        ask(page.kind, isByPage: true)
        isAskedByPage = true
      } else if isAskedByPage {
        leaveAskingPage()
      }
    }
    settleQuestion()
  }

  /// Nothing that the class has seen already is asked, nor what stands behind another page.
  private var pageAsking: AskingPage? {
    let step = run.now.completedSteps
    if case .guess(let breakage) = breakPage {
      return AskingPage(kind: .guess, step: step, breakage: breakage)
    }
    guard breakPage == nil, run.now >= run.newest else { return nil }
    return switch visitAsks {
    case .clipped: AskingPage(kind: .clipped, step: step)
    case .grows: AskingPage(kind: .grows, step: step)
    case nil: nil
    }
  }

  /// The loop is broken next, or the page was left and nothing comes of the guess.
  private mutating func leaveAskingPage() {
    if question?.kind == .guess, !isBreaking { concludeQuestion() } else { closeQuestion() }
  }

  private var isBreaking: Bool {
    let requests = drive.queue + [drive.inFlight].compactMap(\.self)
    return run.broken != nil
      || requests.contains { if case .breakLoop = $0 { true } else { false } }
  }

  /// Whether the page that shows asks it too.
  func isOfPage(_ question: Question) -> Bool {
    isAskedByPage && askingPage?.kind == question.kind
  }

  private mutating func closeQuestion() {
    question?.isOpen = false
    (former, isAskedByPage) = (nil, false)
  }

  /// Nothing more comes of the question. One that was not answered yet is judged where it can be, and
  /// else taken back; what the class has said of it is still told.
  mutating func concludeQuestion() {
    // What a recording tells was asked then, and by others.
    guard abilities.contains(.asking) else { return (question, former) = (nil, nil) }
    if var asked = question {
      let isTold = asked.truth != nil
      if !isTold { (asked.isOpen, asked.truth) = (false, truth(of: asked)) }
      former = isTold ? nil : asked
    }
    (question, isAskedByPage) = (nil, false)
  }

  /// Who goes on reveals what was right, or leaves it behind.
  mutating func goOnFromQuestion() {
    former = nil
    guard let question else { return }
    if question.isOpen { return closeQuestion() }
    if question.truth != nil || run.now.completedSteps > question.due { concludeQuestion() }
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
      run.now.completedSteps == question.due && watch.chosen == question.parameter
        ? watch.soFar.life.map { $0.change > 0 ? 0 : 1 } : nil
    case .lower:
      lossAsked.flatMap { before in run.history.kept(question.due)?.loss.map { $0 < before ? 0 : 1 }
      }
    case .broken: run.facts.placeOfBroken(in: question)
    case .guess:
      run.broken?.isTold == true
        ? (run.broken?.findings?.comparison.answer).map { $0.rawValue - 1 } : nil
    }
  }

  private func isClipped(step: Int) -> Bool? {
    let made = run.stage.latest[.clip].flatMap { $0.step == step ? $0.clip : nil }
    return made?.clipped ?? run.history.kept(step)?.clipped
  }
}
