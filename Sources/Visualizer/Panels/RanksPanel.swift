internal import Canvas
internal import Moves
internal import Notation

/// The processes that train together, and how long each took for the long moves of its last step.
struct RanksPanel {
  /// The first one's last step.
  var first: RankReport?
  var others: [RankReport]

  private static let moves: [Move] = [.forward, .backward, .step]
  /// Where each column ends.
  private static let edges = [4, 13, 22, 29, 36]

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    frame.write("\(reports.count) processes, milliseconds", x: 0, y: 0, .strong)
    let hasLoss = others.contains { $0.loss != nil }
    write(["rank"] + Self.moves.map(\.name) + (hasLoss ? ["loss"] : []), y: 1, .dim, on: &frame)
    for (row, report) in reports.enumerated() where row + 2 < height {
      let loss = hasLoss ? [report.loss.map { Figures.loss($0) } ?? ""] : []
      write(["\(report.rank)"] + times(report) + loss, y: row + 2, .text, on: &frame)
    }
    let end = reports.count + 3
    if end < height {
      frame.write(Paragraph(Self.words, .dim), x: 0, y: end, width: width - 1)
    }
    return frame
  }

  private static let words =
    "In backward each waits for the others' gradients: where one computes for long, theirs takes long."

  private var reports: [RankReport] { [first].compactMap(\.self) + others }

  private func times(_ report: RankReport) -> [String] {
    let seconds = Dictionary(uniqueKeysWithValues: zip(Move.allCases, own(report)))
    return Self.moves.map { move in
      let time = seconds[move] ?? 0
      return Figure.fixed(time * 1000, decimals: time < 0.1 ? 1 : 0)
    }
  }

  /// While a key holds the first process, the others wait for it in one of their moves: that is none
  /// of the script's time.
  private func own(_ report: RankReport) -> [Double] {
    var seconds = report.moveSeconds
    guard let first, first.heldSeconds > 0, report.rank != first.rank, report.step == first.step,
      let place = seconds.indices.max(by: { seconds[$0] < seconds[$1] }),
      first.moveSeconds.indices.contains(place)
    else { return seconds }
    // At least as long as where nobody waits.
    let least = min(seconds[place], first.moveSeconds[place])
    seconds[place] = max(seconds[place] - first.heldSeconds, least)
    return seconds
  }

  private func write(_ cells: [String], y: Int, _ role: Role, on frame: inout Frame) {
    for (text, edge) in zip(cells, Self.edges) {
      frame.write(text, x: max(edge - text.count, 0), y: y, role)
    }
  }
}
