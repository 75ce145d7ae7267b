internal import Canvas
internal import Moves

/// The help page: the keys, and the five moves in a sentence each.
struct HelpView {
  var glyphs: Glyphs
  var optimizer: OptimizerName?
  var abilities = Abilities.all
  var keepsPictures = true
  /// Whether the class that was followed is over.
  var isOver = false
  /// What came of a picture of this page, or how to answer what the class is asked.
  var answer: String?
  /// Whether a teacher has opened it, for one who follows.
  var isTeachers = false
  /// Whether there is a first step to walk through.
  var hasVisit = true
  /// Lines above the first that is shown, where not all have room.
  var scroll = 0

  /// On this page: shows the first visit again.
  static let visitKey = Key.character("v")

  /// Lines that a key moves it on.
  static let scrolls: [Key: Int] = [
    .up: -1, .down: 1, .character("k"): -1, .character("j"): 1, .pageUp: -8, .pageDown: 8,
  ]

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    let title =
      isTeachers
      ? ["These are your teacher's keys; ? lists your own", "Your teacher's keys; ?: your own"]
      : ["fivemoves: watch a neural network learn, one move at a time", "fivemoves: help"]
    frame.write(title.map { Line($0, .strong) }, x: 1, y: 0, glyphs)
    frame.cursor = Frame.Place(x: 1, y: 0)
    // A blank row under the title, if that is not one too many for a fuller page.
    let room = height - 2
    let lines =
      pages(width: width - 2).first { $0.count <= room } ?? part(of: all(width - 2), room - 1)
    let top = lines.count < room ? 2 : 1
    frame.write(rows: lines, x: 2, y: top)
    let closing = closing(scrolls: lastScroll(width: width, height: height) > 0)
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

  /// Where no page fits: all keys and moves, a line each.
  private func all(_ width: Int) -> [Line] {
    keys(width, isWhole: false) + [Line()] + moves(width, isWhole: false)
  }

  private func part(of lines: [Line], _ rows: Int) -> [Line] {
    Array(lines.dropFirst(min(scroll, max(lines.count - rows, 0))).prefix(max(rows, 0)))
  }

  /// How many lines have no room below.
  func lastScroll(width: Int, height: Int) -> Int {
    let room = height - 2
    if pages(width: width - 2).contains(where: { $0.count <= room }) { return 0 }
    return max(all(width - 2).count - (room - 1), 0)
  }

  private func closing(scrolls: Bool) -> [String] {
    if isTeachers {
      return ["your teacher has this open: esc looks around alone, q quits", "q quits"]
    }
    let visit = hasVisit ? ["v walks through step 1", "v visits step 1"] : []
    let more = scrolls ? [glyphs.isASCII ? "up dn scroll" : "↑ ↓ scroll"] : []
    return [
      (["q or esc closes this page"] + more + visit.prefix(1)).joined(separator: ", "),
      (["esc closes"] + more + visit.suffix(1)).joined(separator: ", "),
      (["esc closes"] + more).joined(separator: ", "), "esc closes",
    ]
  }

  private var guides: [KeyGuide] {
    KeyGuide.all(
      ascii: glyphs.isASCII, abilities: abilities, keepsPictures: keepsPictures, isOver: isOver)
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
    case .clip: "shortens all gradients together if their norm is too large"
    case .step: meaning(of: optimizer)
    }
  }

  private static func shortMeaning(of move: Move) -> String {
    switch move {
    case .zeroGrad: "wipes the old gradients"
    case .forward: "reads and guesses"
    case .backward: "finds each gradient"
    case .clip: "shortens large gradients"
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
