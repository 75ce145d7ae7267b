public import Canvas
internal import Moves

extension App {
  /// What the screen looks like now.
  public func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    guard width >= Layout.smallest.width, height >= Layout.smallest.height else {
      let (columns, rows) = Layout.smallest
      let size = "\(columns) x \(rows)"
      let forms = ["make this window larger: \(size)", "make it larger: \(size)", size, ""]
      frame.write(forms.map { Line($0) }, x: 0, y: 0, glyphs)
      return frame
    }
    if isHelpOpen {
      frame.place(help.frame(width: width, height: height), x: 0, y: 0)
    } else if let breakPage {
      let view = BreakPageView(app: self, page: breakPage)
      frame.place(view.frame(width: width, height: height), x: 0, y: 0)
    } else if let curves = UnnamedCurvesView(self) {
      frame.place(curves.frame(width: width, height: height), x: 0, y: 0)
    } else if isBig(width: width, height: height) {
      let kept = rowsOfQuestion(width: width, height: height)
      frame.place(BigScreen(app: self).frame(width: width, height: height - kept), x: 0, y: 0)
      placeFooter(on: &frame)
    } else {
      draw(on: &frame, in: layout(width: width, height: height))
    }
    drawQuestion(on: &frame)
    return frame
  }

  var help: HelpView {
    HelpView(
      glyphs: glyphs, optimizer: run.facts.settings.optimizer, abilities: abilitiesInHelp,
      keepsPictures: options.keepsPictures, isOver: following?.isOver ?? false,
      answer: following?.isAsked == true ? wayToAnswer : answer, isTeachers: mirrorsPage,
      hasVisit: hasVisit, scroll: helpScroll)
  }

  /// Above the footer, over whatever stands there.
  private func drawQuestion(on frame: inout Frame) {
    let question =
      isAsking
      ? QuestionView.offers(self, width: frame.width, height: frame.height - 2)
      : isHelpOpen ? nil : questionFrame(width: frame.width, height: frame.height)
    let rows = breakPage == nil ? footer.frame(width: frame.width).height : 1
    let bottom = frame.height - rows
    guard let question, question.height < bottom else { return }
    frame.place(question, x: 0, y: bottom - question.height)
  }

  /// Remembers how many panels stand beside the chart.
  mutating func fit(width: Int, height: Int) {
    size = (width, height)
    let places = Layout(width: width, height: height).places
    panels.fit(isBig(width: width, height: height) ? 0 : places)
  }

  /// A page that whoever is followed has opened tells of that person's keys.
  private var abilitiesInHelp: Abilities {
    followed != nil && following?.hasOwnHelp == false
      ? offered(of: .all.union(.asking)) : abilities
  }

  private func isBig(width: Int, height: Int) -> Bool {
    options.isBig && BigScreen.fits(width: width, height: height)
  }

  var glyphs: Glyphs { options.ascii ? .ascii : .unicode }

  private func draw(on frame: inout Frame, in layout: Layout) {
    let header = HeaderView(app: self)
    frame.place(header.frame(width: layout.header.width), in: layout.header)
    let pipeline = PipelineView(
      slots: PipelineSlots(run.facts).slots, stage: run.stage, glyphs: glyphs,
      lastStep: run.facts.settings.steps,
      detour: detour)
    frame.place(
      layout.hasBoxes
        ? pipeline.boxes(width: layout.pipeline.width)
        : pipeline.line(width: layout.pipeline.width), in: layout.pipeline)
    frame.place(
      sentenceView.frame(width: layout.sentence.width, height: layout.sentence.height),
      in: layout.sentence)
    if layout.columns.isEmpty, panels.isInFront, written(in: layout) == nil {
      drawFront(on: &frame, in: layout)
    } else {
      drawChart(on: &frame, in: layout)
      drawPanels(on: &frame, in: layout)
    }
    placeFooter(on: &frame)
  }

  /// In the last line; where it takes more, over what stands above.
  func placeFooter(on frame: inout Frame) {
    let view = footer.frame(width: frame.width)
    frame.place(view, x: 0, y: frame.height - view.height)
  }

  /// What the run has come to is told in full, and so is a page of the visit.
  private func layout(width: Int, height: Int) -> Layout {
    if let layout = layoutOfVisit(width: width, height: height) { return layout }
    let view = sentenceView
    let kept = rowsOfQuestion(width: width, height: height)
    return Layout(
      width: width, height: height - kept,
      sentenceRows: view.sentence.takesRows && !drive.isRunning && visit == nil
        ? view.rows(columns: width - 2) : 0)
  }

  private var sentenceView: SentenceView {
    SentenceView(sentence: sentence, isDetour: run.stage.detour != .none, glyphs: glyphs)
  }

  var footer: FooterView {
    FooterView(
      glyphs: glyphs, remark: note, abilities: abilities,
      keepsPictures: options.keepsPictures, isBroken: run.broken != nil,
      isSearching: search != nil && !mirrorsPage, isOver: following?.isOver ?? false)
  }

  var sentence: Sentence {
    Sentence(
      run: run.facts, stage: run.stage, ending: ending,
      isHurried: isHurried, isPassing: isPassing, isInClass: isInAnyClass,
      formerSteps: run.broken?.start ?? 0,
      divergence: divergenceHere)
  }

  /// Where the run stands at the first figure that is no finite number.
  var divergenceHere: Divergence? { run.divergence?.moment == run.now ? run.divergence : nil }

  /// The line that answers the person, in the place of the keys.
  var note: String? { answer ?? options.remark }

  /// Whether steps follow each other faster than anyone reads.
  var isHurried: Bool { drive.isRunning && drive.speed > Self.fastestLit }

  /// Whether moves light up one after the other, faster than anyone reads a whole sentence.
  var isPassing: Bool { followed?.isPassing ?? playback.isPassing }

  private var detour: DetourView? {
    DetourFacts(run.stage.detour, run.facts, glyphs, isOver: run.farewell != nil)
      .map { DetourView(facts: $0, glyphs: glyphs) }
  }

  private func drawChart(on frame: inout Frame, in layout: Layout) {
    let (width, height) = (layout.chart.width, layout.chart.height)
    let picture =
      visitPage.map { VisitView(app: self, page: $0).frame(width: width, height: height) }
      ?? written(in: layout)?.frame(width: width, height: height)
      ?? LossView(app: self).frame(width: width, height: height)
    frame.place(picture, in: layout.chart)
  }

  /// What the network wrote, where neither the line above nor a panel beside has room for all of it.
  private func written(in layout: Layout) -> WrittenView? {
    guard layout.columns.isEmpty, case .sampled(let report) = run.stage.detour,
      let sample = report.sample, !sample.isEmpty
    else { return nil }
    let view = WrittenView(sample: sample, step: report.step, glyphs: glyphs)
    return view.isLonger(than: layout.header.width - 2) ? view : nil
  }
}

extension Frame {
  mutating func place(_ frame: Frame, in area: Layout.Area) {
    place(frame, x: area.x, y: area.y)
  }
}
