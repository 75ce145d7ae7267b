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
  var chart: Area
  var strips: Area?
  var panels: [Area]
  var footer: Area
  /// Boxes need room; without it the five moves stand in one line.
  var hasBoxes: Bool

  init(width: Int, height: Int) {
    hasBoxes = width >= 76 && height >= 18
    let pipelineHeight = hasBoxes ? 5 : 1
    let sentenceHeight = hasBoxes ? (height >= 28 ? 4 : 3) : min(max(height - 6, 1), 4)
    header = Area(x: 0, y: 0, width: width, height: 1)
    pipeline = Area(x: 0, y: 1, width: width, height: pipelineHeight)
    sentence = Area(x: 1, y: 1 + pipelineHeight, width: width - 2, height: sentenceHeight)
    footer = Area(x: 0, y: height - 1, width: width, height: 1)

    let top = sentence.y + sentenceHeight
    let room = height - 1 - top
    let panelWidths = Self.panelWidths(in: width)
    let left = width - panelWidths.reduce(0) { $0 + $1 + 3 } - 2
    let stripHeight = room >= 9 ? 2 : 0
    chart = Area(x: 1, y: top, width: left, height: max(room - stripHeight, 0))
    strips =
      stripHeight > 0
      ? Area(x: 1, y: top + room - stripHeight, width: left, height: stripHeight) : nil
    panels = []
    var x = 1 + left + 3
    for panelWidth in panelWidths {
      panels.append(Area(x: x, y: top, width: panelWidth, height: max(room, 0)))
      x += panelWidth + 3
    }
  }

  /// One panel from 76 columns on; the chart keeps at least as much room as all panels have.
  private static func panelWidths(in width: Int) -> [Int] {
    guard width >= 76 else { return [] }
    return [min(max(width * 43 / 100, 36), 48)]
  }
}
