internal import Canvas
internal import Moves

/// One of the five boxes for the back row: its name, and one figure of this step with what it is, in
/// letters as large as the box has room for; lit as a whole.
struct BigBox {
  var slot: PipelineSlots.Slot
  var app: App
  /// That words may take, in every box.
  var columns: Int

  static let tallest = 12
  /// From so many rows on there is room for a large figure between two lines of words.
  static let fewestRows = 5
  /// So wide a box has room for `zero_grad`.
  static let narrowest = 11

  private var stage: Stage { app.run.stage }

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    frame.box(
      x: 0, y: 0, width: width, height: height, title: "\(move.number)",
      role: isLive ? .strong : .dim, isDashed: slot.index == nil, glyphs: app.glyphs)
    var inside = Frame(width: width - 2, height: height - 2)
    inside.fill(x: 0, y: 0, width: inside.width, height: inside.height, " ", role(false))
    var row = 0
    let words = words(rows: inside.height)
    let gap = max(inside.height - words.reduce(0) { $0 + $1.height }, 0)
    row = gap / 2
    for (place, word) in words.enumerated() {
      let shown = word.colored(role(place == 1))
      inside.place(shown, x: max((inside.width - word.width) / 2, 0), y: row)
      row += word.height
    }
    frame.place(inside, x: 1, y: 1)
    return frame
  }

  /// Name, figure, what the figure is: the figure large where there is room, and the name where
  /// there is room for every move's.
  private func words(rows: Int) -> [Frame] {
    var words = [move.name, figure.value, figure.name].map {
      Frame(line: Line($0).cut(to: columns, app.glyphs))
    }
    guard app.options.plot != .ascii, rows >= Self.fewestRows else { return words }
    words[1] = LargeText(figure.value).frame(columns: columns) ?? words[1].inMiddle(of: 3)
    let widest = Move.allCases.map { LargeText($0.name).width }.max() ?? 0
    if rows >= 7, widest <= columns {
      words[0] = LargeText(move.name).frame(columns: columns) ?? words[0]
    }
    return words
  }

  private var move: Move { slot.move }
  private var isLive: Bool { stage.isLive(slot) && stage.detour == .none }

  /// What an earlier step left behind is not shown: from the back row it would look like news.
  private var report: MoveReport? {
    guard let index = slot.index, let report = stage.latest(move, index: index) else { return nil }
    return report.step == stage.step ? report : nil
  }

  private func role(_ isFigure: Bool) -> Role {
    if isFigure, report?.clip?.clipped == true { return .clippedLabel }
    return isLive ? .lit : report == nil ? .dim : .text
  }

  private var figure: (value: String, name: String) {
    if slot.index == nil { return slot.isNeeded ? ("left out", "") : ("not in", "this loop") }
    return switch report?.outcome {
    case .zeroGrad: ("None", "in .grad")
    case .forward(let forward):
      (Figures.loss(report.map { forward.loss(of: $0.planned) } ?? nil), "loss")
    case .backward(let backward): (Figures.plain(backward.norm), "norm")
    case .clip(let clip): (clip.word, "x \(ClipFigures(clip).factor)")
    case .step(let update): (Figures.rate(update.learningRate), "lr")
    case .failed: ("error", "")
    case nil: ("", "")
    }
  }
}

extension Frame {
  fileprivate init(line: Line) {
    self.init(width: line.width, height: 1)
    write(line, x: 0, y: 0)
  }

  /// The same in so many rows, as high as a large figure, so that the names of all boxes are level.
  fileprivate func inMiddle(of rows: Int) -> Frame {
    var frame = Frame(width: width, height: rows)
    frame.place(self, x: 0, y: (rows - height) / 2)
    return frame
  }

  /// The same in one role.
  fileprivate func colored(_ role: Role) -> Frame {
    var frame = self
    for y in 0..<height {
      for x in 0..<width { frame[x, y].role = role }
    }
    return frame
  }
}
