internal import Canvas
internal import Moves

/// A page about breaking the loop: its heading, what it says, and the keys that answer it.
struct BreakPageView {
  var app: App
  var page: BreakPage

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    let body = body(width: width - 2, height: height - 2)
    frame.write(heading(width: width - 2).cut(to: width - 2, app.glyphs), x: 1, y: 0)
    frame.cursor = Frame.Place(x: 1, y: 0)
    frame.place(body, x: 1, y: 1)
    frame.write(footers, x: 1, y: height - 1, app.glyphs)
    return frame
  }

  /// The keys with their words, without the words of the first, of the first two …
  private var footers: [Line] {
    (0...keys.count).map { bare in
      Line(
        keys.enumerated().flatMap { place, key in
          let words = place < bare ? "  " : " \(key.words)  "
          return [Line.Span(key.key, .key), Line.Span(words, .dim)]
        })
    }
  }

  private func body(width: Int, height: Int) -> Frame {
    switch page {
    case .list(let choice):
      BreakListView(app: app, choice: choice).frame(width: width, height: height)
    case .builder(let builder):
      LoopBuilderView(app: app, builder: builder).frame(width: width, height: height)
    case .guess(let breakage):
      GuessView(app: app, breakage: breakage).frame(width: width, height: height)
    case .verdict(let scroll): verdict(scroll, width: width, height: height)
    case .mend: MendView(app: app).frame(width: width, height: height)
    }
  }

  private func verdict(_ scroll: Int, width: Int, height: Int) -> Frame {
    guard let broken = app.broken else { return Frame(width: width, height: height) }
    let place = app.wordsOnPlace(of: broken.breakage)
    return VerdictView(broken: broken, place: place)
      .frame(width: width, height: height, scroll: scroll)
  }

  private func heading(width: Int) -> Line {
    switch page {
    case .list:
      Line("Break the loop", .strong)
        + Line(BreakListView.warnsInHeading(width: width) ? "  \(BreakListView.warning)" : "")
    case .builder: Line("A loop of your own", .strong) + Line("  from the five moves")
    case .guess(let breakage): Line("Break the loop: \(breakage.title)", .strong)
    case .verdict: Line(verdictHeading, .strong)
    case .mend: Line("Mend the loop", .strong)
    }
  }

  private var verdictHeading: String {
    guard let broken = app.broken else { return "" }
    let steps = broken.findings?.comparison.steps ?? 0
    return "After \(Figures.grouped(steps)) broken \(steps == 1 ? "step" : "steps"): "
      + broken.breakage.title
  }

  private var keys: [(key: String, words: String)] {
    let updown = app.glyphs.isASCII ? "up down" : "↑ ↓"
    let leftright = app.glyphs.isASCII ? "<- ->" : "← →"
    switch page {
    case .list:
      return [(updown, "select")] + choosing(listed.map { app.objection(to: $0) == nil } ?? true)
        + going(listed) + [("esc", "back")]
    case .builder(let builder):
      return [(leftright, "select"), ("< >", "move"), ("x", "remove"), ("1-5", "add")]
        + choosing(builder.breakage != nil) + [("esc", "back")]
    case .guess(let breakage):
      return [("1 2 3", "guess and start"), ("enter", "start")] + going(breakage)
        + [("esc", "back")]
    case .verdict:
      return [("enter", "go on"), ("b", "mend the loop")] + going(app.breakage)
        + [(updown, "scroll")]
    case .mend: return [("1 2 3", "choose"), ("esc", "leave it broken")]
    }
  }

  private func choosing(_ isPossible: Bool) -> [(key: String, words: String)] {
    isPossible ? [("enter", "choose")] : []
  }

  private var listed: Breakage? {
    guard case .list(let choice) = page, choice < Breakage.all.count else { return nil }
    return Breakage.all[choice]
  }

  private func going(_ breakage: Breakage?) -> [(key: String, words: String)] {
    breakage.flatMap { app.destination(of: $0) } == nil ? [] : [("g", "go where it shows best")]
  }
}
