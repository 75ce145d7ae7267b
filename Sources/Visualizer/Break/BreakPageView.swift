internal import Canvas
internal import Moves

/// A page about breaking the loop: its heading, what it says, and the keys that answer it.
struct BreakPageView {
  var app: App
  var page: BreakPage

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    let kept = app.rowsOfQuestion(width: width, height: height)
    let body = body(width: width - 2, height: height - 2 - kept, isAsked: kept > 0)
    frame.write(heading(width: width - 2).cut(to: width - 2, app.glyphs), x: 1, y: 0)
    frame.cursor = Frame.Place(x: 1, y: 0)
    frame.place(body, x: 1, y: 1)
    var x = 1
    if let answer = app.answer {
      frame.write([Line(answer, .strong)], x: x, y: height - 1, app.glyphs)
      x += answer.columns + 2
    }
    frame.write(OfferedKeys(offers: keys).line(columns: max(width - x, 0)), x: x, y: height - 1)
    return frame
  }

  private func body(width: Int, height: Int, isAsked: Bool) -> Frame {
    switch page {
    case .list(let choice):
      BreakListView(app: app, choice: choice).frame(width: width, height: height)
    case .builder(let builder):
      LoopBuilderView(app: app, builder: builder).frame(width: width, height: height)
    case .guess(let breakage):
      GuessView(app: app, breakage: breakage, isAskedBelow: isAsked)
        .frame(width: width, height: height)
    case .verdict(let scroll): verdict(scroll, width: width, height: height)
    case .mend: MendView(app: app).frame(width: width, height: height)
    }
  }

  private func verdict(_ scroll: Int, width: Int, height: Int) -> Frame {
    guard let broken = app.run.broken else { return Frame(width: width, height: height) }
    let place = app.wordsOnPlace(of: broken.breakage)
    return VerdictView(app: app, broken: broken, place: place)
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
    guard let broken = app.run.broken else { return "" }
    let steps = broken.findings?.comparison.steps ?? 0
    return "After \(steps.counted("broken step")): \(broken.breakage.title)"
  }

  /// What answers the page comes first, then the way out.
  private var keys: [OfferedKeys.Offer] {
    let leftright = app.glyphs.isASCII ? "<- ->" : "← →"
    if app.following?.isAlone == false { return following }
    guard app.abilities.contains(.breaking) else { return looking }
    let back = offer("esc q", "back", rank: 1)
    switch page {
    case .list:
      return [offer(updown, "select", rank: 2)]
        + choosing(listed.map { app.objection(to: $0) == nil } ?? true) + going(listed) + [back]
    case .builder(let builder):
      return [
        offer(leftright, "select", rank: 2), offer("< >", "move", rank: 5),
        offer("x", "remove", rank: 4), offer("1-5", "add", rank: 3),
      ] + choosing(builder.breakage != nil) + [back]
    case .guess(let breakage):
      return [offer("1 2 3", "guess and start", rank: 0), offer("enter", "start", rank: 2)]
        + going(breakage) + [back]
    case .verdict:
      return [offer("enter", "go on", rank: 0), offer("b", "mend the loop", "mend", rank: 2)]
        + going(app.breakage) + scrolling
    case .mend:
      return [offer("1 2 3", "choose", rank: 0), offer("esc q", "leave it broken", rank: 1)]
    }
  }

  private var updown: String { app.glyphs.isASCII ? "up down" : "↑ ↓" }

  /// The page is the teacher's.
  private var following: [OfferedKeys.Offer] {
    let answer = app.following?.isAsked == true ? [offer("1 2 3", "answer", rank: 0)] : []
    return answer + [offer("esc", "look around alone", rank: 1), offer("q", "quit", rank: 2)]
  }

  /// In a recording.
  private var looking: [OfferedKeys.Offer] {
    let isPlaying = app.drive.isRunning
    let close = offer("enter", isPlaying ? "close and pause" : "go on", rank: 0)
    guard page.isVerdict else { return [close] }
    return [close] + scrolling
  }

  /// Only where there is more than fits.
  private var scrolling: [OfferedKeys.Offer] {
    app.lastScroll > 0 ? [offer(updown, "scroll", rank: 1)] : []
  }

  private func offer(_ keys: String, _ words: String, _ brief: String? = nil, rank: Int)
    -> OfferedKeys.Offer
  {
    OfferedKeys.Offer(keys: keys, words: words, brief: brief, rank: rank)
  }

  private func choosing(_ isPossible: Bool) -> [OfferedKeys.Offer] {
    isPossible ? [offer("enter", "choose", rank: 0)] : []
  }

  private var listed: Breakage? {
    if case .list(let choice) = page { BreakPage.breakage(in: choice) } else { nil }
  }

  private func going(_ breakage: Breakage?) -> [OfferedKeys.Offer] {
    breakage.flatMap { app.destination(of: $0) } == nil
      ? [] : [offer("g", "go where it shows best", "go there", rank: 3)]
  }
}
