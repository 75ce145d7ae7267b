internal import Canvas
internal import Moves

/// Where a page of the visit stands, and what the class is asked below it.
extension App {
  /// Nil where none shows. The page says what the sentence says, which gives way to it where rows are
  /// few.
  func layoutOfVisit(width: Int, height: Int) -> Layout? {
    let layout = Layout(width: width, height: height)
    guard let page = page(in: layout) else { return nil }
    let rows = VisitView(app: self, page: page).rows(columns: layout.chart.width)
    let kept = questionFrame(width: width, height: height)?.height ?? 0
    let isTight = rows + kept > layout.chart.height
    return (isTight ? layout.withoutSentence : layout).lowered(by: kept)
  }

  /// Rows that a page of the visit leaves to what came of a question; nil where none shows.
  func rowsBelowVisit(width: Int, height: Int) -> Int? {
    let layout = Layout(width: width, height: height)
    return page(in: layout).map {
      layout.withoutSentence.chart.height
        - VisitView(app: self, page: $0).rows(columns: layout.chart.width)
    }
  }

  /// On a side road of another kind the sentence tells of that.
  private func page(in layout: Layout) -> VisitPage? {
    guard let page = visitPage, !(layout.columns.isEmpty && panels.isInFront),
      run.stage.detour == .none || page == .evaluation
    else { return nil }
    return page
  }

  /// Whether the class is asked in a box what the page asks.
  var asksBelowVisit: Bool {
    guard let question = shownQuestions.now, question.isOpen else { return false }
    return switch visitAsks {
    case .clipped: question.kind == .clipped
    case .grows: question.kind == .grows
    case nil: false
    }
  }
}
