internal import JSONText
internal import Moves

extension View: Shaped {
  static var blank: Self { Self() }

  mutating func fill(_ form: inout Form) {
    form.field("panel", &panel)
    form.field("explained", &explained)
    form.field("page", &page)
    form.field("guess", &guess)
    form.field("question", &question)
    form.field("former", &former)
  }
}

extension CurveGuess: Wired {
  init?(_ json: JSON) {
    guard let number = Int(json), let guess = Self(rawValue: number) else { return nil }
    self = guess
  }
  func write(to text: inout String) { rawValue.write(to: &text) }
}

extension BreakPage: Wired {
  init?(_ json: JSON) {
    guard let parts = PageParts(json), let page = parts.page else { return nil }
    self = page
  }
  func write(to text: inout String) { PageParts(self).write(to: &text) }
}

/// A page by its name, and what is chosen on it.
private struct PageParts {
  var name = ""
  /// The chosen row or move, or how many lines are scrolled away.
  var at = 0
  var moves: [Move] = []
  var breakage: Breakage?

  init(_ page: BreakPage) {
    switch page {
    case .list(let choice): (name, at) = ("list", choice)
    case .builder(let builder):
      (name, moves, at) = ("loop", builder.moves, builder.cursor)
    case .guess(let breakage): (name, self.breakage) = ("guess", breakage)
    case .verdict(let scroll): (name, at) = ("verdict", scroll)
    case .mend: name = "mend"
    }
  }

  private init() {}

  /// Nil where it is no page of ours.
  var page: BreakPage? {
    switch name {
    case "list": at < BreakPage.rows ? .list(choice: at) : nil
    case "loop": moves.count <= Breakage.mostMoves ? .builder(LoopBuilder(moves, cursor: at)) : nil
    case "guess": breakage.map { .guess($0) }
    case "verdict": .verdict(scroll: at)
    case "mend": .mend
    default: nil
    }
  }
}

extension PageParts: Shaped {
  static var blank: Self { Self() }

  mutating func fill(_ form: inout Form) {
    form.field("name", &name)
    form.field("at", &at, unless: 0)
    form.list("moves", &moves)
    form.field("break", &breakage)
    form.require(at >= 0, "at")
  }
}
