internal import Canvas
internal import Moves

/// What keys do on the pages about breaking the loop.
extension App {
  mutating func press(_ key: Key, on page: BreakPage) {
    let before = drive
    answer = nil
    answer(key, on: page)
    if breakPage == page, drive == before { sayNothing(of: key) }
    if page.isVerdict, breakPage?.isVerdict != true, question?.kind == .guess { concludeQuestion() }
  }

  /// Seconds in which nobody has read what came by itself.
  private static let readingTime = 0.7

  /// Whether the key came for the run, which stopped at a verdict just before.
  mutating func wasMeantToPause(_ key: Key, on page: BreakPage, at time: Double) -> Bool {
    defer { verdictAt = nil }
    guard let verdictAt, page.isVerdict, time < verdictAt + Self.readingTime,
      Action(key) == .run || Action(key)?.request?.trainsOn == true
    else { return false }
    answer = "The run came here by itself: press \(key.name) again to go on."
    return true
  }

  /// On a page the answer to a key stands before the keys that do something.
  mutating func sayNothing(of key: Key) {
    switch key {
    case .report, .paste, .redraw: break
    case .escape where followed != nil:
      answer = "You are with the class: esc has nothing to come back from; q leaves it."
    default: answer = "\(key.name) changes nothing here."
    }
  }

  private mutating func answer(_ key: Key, on page: BreakPage) {
    guard abilities.contains(.breaking) else { return look(key, at: page) }
    switch page {
    case .list(let choice): choose(key, choice)
    case .builder(let builder): build(key, builder)
    case .guess(let breakage): guess(key, breakage)
    case .verdict(let scroll): read(key, scroll)
    case .mend: answer(key)
    }
  }

  /// In a recording all was answered; any key pauses it.
  private mutating func look(_ key: Key, at page: BreakPage) {
    drive.isRunning = false
    switch page {
    case .verdict(let scroll) where !key.closes: read(key, scroll)
    default: if key.closes { breakPage = nil }
    }
  }

  private static func leaves(_ key: Key) -> Bool {
    [.escape, .character("q"), .character("b")].contains(key)
  }

  private mutating func choose(_ key: Key, _ choice: Int) {
    if Self.leaves(key) { return breakPage = nil }
    let last = BreakPage.rows - 1
    switch key {
    case .up, .character("k"): lastChoice = max(choice - 1, 0)
    case .down, .character("j"): lastChoice = min(choice + 1, last)
    case .home, .pageUp: lastChoice = 0
    case .end, .pageDown: lastChoice = last
    case .enter, .character(" "): return take(choice)
    case Self.going: return BreakPage.breakage(in: choice).map { go(for: $0) } ?? ()
    default: return
    }
    breakPage = .list(choice: lastChoice)
  }

  private mutating func take(_ choice: Int) {
    guard let breakage = BreakPage.breakage(in: choice) else {
      return breakPage = .builder(LoopBuilder())
    }
    if objection(to: breakage) == nil { breakPage = .guess(breakage) }
  }

  /// Goes where the mistake is seen best.
  private static let going = Key.character("g")

  private mutating func build(_ key: Key, _ builder: LoopBuilder) {
    if key == .enter { return builder.breakage.map { breakPage = .guess($0) } ?? () }
    if Self.leaves(key) { return breakPage = .list(choice: lastChoice) }
    var builder = builder
    switch key {
    case .left, .character("h"): builder.go(by: -1)
    case .right, .character("l"): builder.go(by: 1)
    case .character("<"), .character(","): builder.carry(by: -1)
    case .character(">"), .character("."): builder.carry(by: 1)
    case .character("x"), .backspace: builder.remove()
    default: Self.move(of: key).map { builder.insert($0) }
    }
    breakPage = .builder(builder)
  }

  private static func move(of key: Key) -> Move? {
    guard case .explain(let move) = Action(key) else { return nil }
    return move
  }

  private mutating func guess(_ key: Key, _ breakage: Breakage) {
    if Self.leaves(key) { return breakPage = .list(choice: lastChoice) }
    if key == Self.going { return go(for: breakage) }
    let choice = CurveGuess.allCases.first { key == .character($0.key) }
    guard choice != nil || key == .enter else { return }
    pendingGuess = choice
    (breakPage, visit) = (nil, nil)
    drive.enqueue(.breakLoop(breakage))
  }

  private mutating func read(_ key: Key, _ scroll: Int) {
    switch key {
    case .enter, .escape, .character("q"): breakPage = nil
    case .character("b") where abilities.contains(.breaking): breakPage = .mend
    case Self.going: run.broken.map { go(for: $0.breakage) } ?? ()
    case .up, .character("k"): breakPage = .verdict(scroll: max(scroll - 1, 0))
    case .down, .character("j"):
      breakPage = .verdict(scroll: min(scroll + 1, max(lastScroll, scroll)))
    default: return
    }
  }

  /// How many lines of what happened have no room below.
  var lastScroll: Int {
    guard let broken = run.broken, let size else { return .max }
    let view = VerdictView(app: self, broken: broken, place: wordsOnPlace(of: broken.breakage))
    let rows = rowsOfQuestion(width: size.width, height: size.height)
    return max(view.lines(columns: size.width - 2).count - (size.height - 2 - rows), 0)
  }

  private mutating func answer(_ key: Key) {
    if Self.leaves(key) { return breakPage = nil }
    switch key {
    case .character("1"): mend(.fromHere)
    case .character("2"): mend(.fromBefore)
    case .character("3"): breakPage = .verdict(scroll: 0)
    default: return
    }
  }

  private mutating func mend(_ mending: Mending) {
    breakPage = nil
    drive.enqueue(.mend(mending))
  }
}

extension CurveGuess {
  /// The key that stands for it.
  var key: Unicode.Scalar { Unicode.Scalar(UInt8(ascii: "0") + UInt8(rawValue)) }
}

extension Key {
  fileprivate var closes: Bool {
    [.enter, .escape, .character("q"), .character(" "), .right].contains(self)
  }
}
