/// Where the parts of the screen stand at a given size.
struct Layout: Equatable {
  struct Area: Equatable {
    var x: Int
    var y: Int
    var width: Int
    var height: Int
  }

  static let smallest = (width: 40, height: 8)

  var header: Area
  var pipeline: Area
  var sentence: Area
  /// The curve and its strips; on a narrow screen also the panel or page that stands before it.
  var chart: Area
  /// Columns for panels, from the left.
  var columns: [Area] = []
  var footer: Area
  /// How many panels there is room for; it stays as it is while the sentence takes more rows.
  var places: Int
  /// Boxes need room; without it the five moves stand in one line.
  var hasBoxes: Bool

  /// Where the sentence wants more rows than others do, it takes them from the chart and the panels.
  init(width: Int, height: Int, sentenceRows: Int = 0) {
    hasBoxes = width >= 76 && height >= 18
    let pipelineHeight = hasBoxes ? 5 : 1
    let most = hasBoxes ? (height >= 28 ? 4 : 3) : min(max(height - 6, 1), 4)
    let usual = min(Self.sentenceRows(in: width), most)
    let sentenceHeight = max(min(max(usual, sentenceRows), height - 2 - pipelineHeight), 0)
    header = Area(x: 0, y: 0, width: width, height: 1)
    pipeline = Area(x: 0, y: 1, width: width, height: pipelineHeight)
    sentence = Area(x: 1, y: 1 + pipelineHeight, width: width - 2, height: sentenceHeight)
    footer = Area(x: 0, y: height - 1, width: width, height: 1)

    let top = sentence.y + sentenceHeight
    let room = max(height - 1 - top, 0)
    let (count, columnWidth) = Self.columns(in: width)
    let left = width - 2 - count * (columnWidth + Self.gap)
    chart = Area(x: 1, y: top, width: left, height: room)
    places = count * (room + sentenceHeight - usual >= Self.twoPanels ? 2 : 1)
    columns = (0..<count).map { column in
      let x = 1 + left + Self.gap + column * (columnWidth + Self.gap)
      return Area(x: x, y: top, width: columnWidth, height: room)
    }
  }

  /// Chart and panels in the sentence's place too.
  var withoutSentence: Layout {
    var layout = self
    let rows = sentence.height
    layout.sentence.height = 0
    layout.chart = chart.raised(by: rows)
    layout.columns = columns.map { $0.raised(by: rows) }
    return layout
  }

  /// Chart and panels without their last rows.
  func lowered(by rows: Int) -> Layout {
    var layout = self
    layout.chart.height = max(chart.height - rows, 0)
    for column in columns.indices {
      layout.columns[column].height = max(columns[column].height - rows, 0)
    }
    return layout
  }

  /// What the longest sentences take, so that no blank rows stand under them.
  private static func sentenceRows(in width: Int) -> Int {
    let columns = max(width - 2 - SentenceView.indent, 1)
    return max((longestSentence + columns - 1) / columns, 2)
  }

  private static let longestSentence = 270

  /// Two panels of fourteen rows and a rule between them.
  private static let twoPanels = 29

  /// Where so many panels stand, column by column; the last columns are split only if they must be.
  func areas(for panels: Int) -> [Area] {
    let split = panels - columns.count
    return columns.enumerated().flatMap { index, column in
      index < split ? column.halves : [column]
    }
  }

  /// Between chart and panel: a blank, a rule, a blank.
  static let gap = 3

  /// A panel needs 36 columns for its code, and a chart at least as many.
  private static func columns(in width: Int) -> (count: Int, width: Int) {
    switch width {
    case ..<76: (0, 0)
    case ..<120: (1, min(max(width * 43 / 100, 36), 48))
    case ..<170: (2, min(max((width - 8) * 31 / 100, 36), 48))
    default: (3, min(max((width - 11) * 22 / 100, 36), 48))
    }
  }
}

extension Layout.Area {
  fileprivate func raised(by rows: Int) -> Layout.Area {
    Layout.Area(x: x, y: y - rows, width: width, height: height + rows)
  }

  /// The upper and the lower half; a row between them is left for a rule.
  fileprivate var halves: [Layout.Area] {
    let upper = (height - 1) / 2
    return [
      Layout.Area(x: x, y: y, width: width, height: upper),
      Layout.Area(x: x, y: y + upper + 1, width: width, height: height - upper - 1),
    ]
  }
}
