internal import Canvas
internal import Moves

/// The help page: the keys, and the five moves in a sentence each.
struct HelpView {
  var glyphs: Glyphs
  var optimizer: OptimizerName?
  var abilities = Abilities.all
  var keepsPictures = true
  /// What came of a picture of this page.
  var answer: String?
  /// Whether there is a first step to walk through.
  var hasVisit = true

  /// On this page: shows the first visit again.
  static let visitKey = Key.character("v")

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    let title = ["fivemoves: watch a neural network learn, one move at a time", "fivemoves: help"]
    frame.write(title.map { Line($0, .strong) }, x: 1, y: 0, glyphs)
    frame.cursor = Frame.Place(x: 1, y: 0)
    // A blank row under the title, if that is not one too many for a fuller page.
    let room = height - 2
    let lines = pages(width: width - 2).first { $0.count <= room } ?? fewer(width - 2, room - 1)
    let top = lines.count < room ? 2 : 1
    for (row, line) in lines.enumerated() { frame.write(line, x: 2, y: top + row) }
    let closing =
      hasVisit
      ? ["q or esc closes this page, v walks through step 1", "esc closes, v visits step 1"]
      : ["q or esc closes this page", "esc closes"]
    let told = answer.map { Line($0, .strong) }
    let last =
      closing.map { (told.map { $0 + Line("  ") } ?? Line()) + Line($0, .dim) }
      + [told].compactMap(\.self)
    frame.write(last, x: 2, y: height - 1, glyphs)
    return frame
  }

  /// From the fullest to the shortest: keys and moves in full, keys in a line each, keys alone.
  private func pages(width: Int) -> [[Line]] {
    let (whole, short) = (keys(width, isWhole: true), keys(width, isWhole: false))
    let (moves, brief) = (moves(width, isWhole: true), moves(width, isWhole: false))
    return [
      whole + [Line()] + moves, whole + moves, short + [Line()] + brief, short + brief, short,
    ]
  }

  /// Only as many keys as there is room for, those that matter most.
  private func fewer(_ width: Int, _ room: Int) -> [Line] {
    let kept = guides.sorted { $0.rank < $1.rank }.prefix(max(room, 0)).map(\.keys)
    return zip(guides, keys(width, isWhole: false)).filter { kept.contains($0.0.keys) }.map(\.1)
  }

  private var guides: [KeyGuide] {
    KeyGuide.all(ascii: glyphs.isASCII, abilities: abilities, keepsPictures: keepsPictures)
  }

  private func keys(_ width: Int, isWhole: Bool) -> [Line] {
    guides.flatMap { guide in
      let words = [guide.long] + [guide.brief, guide.short].compactMap { $0 }
      return entry(guide.keys, .key, words, indent: 7, width, isWhole)
    }
  }

  private func moves(_ width: Int, isWhole: Bool) -> [Line] {
    Move.allCases.flatMap {
      entry(
        "\($0.number) \($0.name)", .strong,
        [Self.meaning(of: $0, optimizer), Self.shortMeaning(of: $0)], indent: 13, width, isWhole)
    }
  }

  /// A name and what it means, wrapped beside it or in one line, as full as there is room for.
  private func entry(
    _ name: String, _ role: Role, _ forms: [String], indent: Int, _ width: Int, _ isWhole: Bool
  ) -> [Line] {
    let room = max(width - indent, 1)
    let lines =
      isWhole
      ? Paragraph(forms[0]).lines(columns: room) : [forms.map { Line($0) }.fitting(room, glyphs)]
    return lines.enumerated().map { row, line in
      let lead = row == 0 ? name : ""
      return Line(lead + String(repeating: " ", count: max(indent - lead.count, 0)), role) + line
    }
  }

  static func meaning(of move: Move, _ optimizer: OptimizerName?) -> String {
    switch move {
    case .zeroGrad: "wipes the old gradients: backward adds to what it finds"
    case .forward: "reads a batch and guesses; the loss says how wrong it was"
    case .backward: "finds each parameter's gradient: how the loss changes with it"
    case .clip: "shortens all gradients together if their norm is too long"
    case .step: meaning(of: optimizer)
    }
  }

  private static func shortMeaning(of move: Move) -> String {
    switch move {
    case .zeroGrad: "wipes the old gradients"
    case .forward: "reads and guesses"
    case .backward: "finds each gradient"
    case .clip: "shortens long gradients"
    case .step: "changes each parameter"
    }
  }

  private static func meaning(of optimizer: OptimizerName?) -> String {
    switch optimizer?.kind {
    case .adamw: "AdamW moves parameters against their gradients' running means"
    case .sgd: "SGD moves each parameter against its gradient"
    case nil where optimizer?.isByHand == true: "the script changes each parameter by itself"
    case nil: "\(optimizer?.name ?? "the optimizer") changes each parameter by its gradient"
    }
  }
}
