public import Canvas
internal import Moves

extension App {
  /// What the screen looks like now.
  public func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    guard width >= Layout.smallest.width, height >= Layout.smallest.height else {
      frame.write("make this window larger: 40 x 8", x: 0, y: 0)
      return frame
    }
    if isHelpOpen {
      frame.place(HelpView(glyphs: glyphs).frame(width: width, height: height), x: 0, y: 0)
    } else {
      draw(on: &frame, in: Layout(width: width, height: height))
    }
    return frame
  }

  var glyphs: Glyphs { options.ascii ? .ascii : .unicode }

  private func draw(on frame: inout Frame, in layout: Layout) {
    let header = HeaderView(app: self)
    frame.place(header.frame(width: layout.header.width), in: layout.header)
    let pipeline = PipelineView(stage: stage, glyphs: glyphs)
    frame.place(
      layout.hasBoxes
        ? pipeline.boxes(width: layout.pipeline.width)
        : pipeline.line(width: layout.pipeline.width), in: layout.pipeline)
    frame.place(
      SentenceView(sentence: sentence, isDetour: stage.detour != .none, glyphs: glyphs)
        .frame(width: layout.sentence.width, height: layout.sentence.height),
      in: layout.sentence)
    frame.place(
      LossView(app: self).frame(width: layout.chart.width, height: layout.chart.height),
      in: layout.chart)
    if let strips = layout.strips {
      frame.place(StripsView(app: self).frame(width: strips.width), in: strips)
    }
    for area in layout.panels {
      frame.verticalRule(x: area.x - 2, y: area.y, height: area.height, glyphs: glyphs)
      frame.place(panelFrame(panel, width: area.width, height: area.height), in: area)
    }
    frame.place(FooterView(glyphs: glyphs).frame(width: layout.footer.width), in: layout.footer)
  }

  var sentence: Sentence {
    Sentence(run: run, stage: stage, isDone: history.completedSteps >= run.hyperparameters.steps)
  }

  private func panelFrame(_ panel: Panel, width: Int, height: Int) -> Frame {
    switch panel {
    case .code:
      CodePanel(run: run, stage: stage, glyphs: glyphs).frame(width: width, height: height)
    case .reading:
      readingFrame(width: width, height: height)
    }
  }

  private func readingFrame(width: Int, height: Int) -> Frame {
    switch stage.reading {
    case .text(let reading):
      ReadingPanel(app: self, reading: reading).frame(width: width, height: height)
    case .line(let reading):
      LinePanel(app: self, reading: reading).frame(width: width, height: height)
    }
  }
}

extension Frame {
  fileprivate mutating func place(_ frame: Frame, in area: Layout.Area) {
    place(frame, x: area.x, y: area.y)
  }
}
