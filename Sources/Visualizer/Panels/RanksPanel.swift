internal import Canvas
internal import Moves

/// The processes that train together, and how long each took for each move of its last step.
struct RanksPanel {
  /// The first one's last step.
  var first: RankReport?
  var others: [RankReport]
  var glyphs: Glyphs

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    frame.write("\(reports.count) processes, milliseconds", x: 0, y: 0, .strong)
    let hasLoss = others.contains { $0.loss != nil }
    let moves = Move.allCases.map { $0 == .zeroGrad ? "zero" : $0.name }
    let names = ["rank"] + moves + (hasLoss ? ["loss"] : [])
    for (place, name) in names.enumerated() {
      write(name, column: place, y: 1, .dim, on: &frame)
    }
    for (row, report) in reports.enumerated() where row + 2 < height {
      write(report, y: row + 2, hasLoss, on: &frame)
    }
    let end = reports.count + 2
    if let slowest, end + 1 < height {
      frame.write(Paragraph(words(on: slowest)), x: 0, y: end + 1, width: width - 1)
    }
    return frame
  }

  private var reports: [RankReport] { ([first].compactMap(\.self) + others) }

  private func write(_ report: RankReport, y: Int, _ hasLoss: Bool, on frame: inout Frame) {
    let isSlow = report.rank == slowest
    write("\(report.rank)", column: 0, y: y, isSlow ? .alarm : .text, on: &frame)
    for (place, seconds) in report.moveSeconds.enumerated() {
      let text = Figure.fixed(seconds * 1000, decimals: seconds < 0.1 ? 1 : 0)
      write(text, column: place + 1, y: y, isSlow ? .alarm : .text, on: &frame)
    }
    if hasLoss {
      write(report.loss.map { Figures.loss($0) } ?? "", column: 6, y: y, .text, on: &frame)
    }
  }

  /// Where each column ends.
  private static let edges = [4, 9, 17, 26, 31, 36, 43]

  private func write(
    _ text: String, column: Int, y: Int, _ role: Role, on frame: inout Frame
  ) {
    frame.write(text, x: max(Self.edges[column] - text.count, 0), y: y, role)
  }

  /// One whose forward takes half as long again as the others' at least: in backward they wait for it.
  private var slowest: Int? {
    let forwards = reports.map { ($0.rank, $0.moveSeconds.dropFirst().first ?? 0) }
    guard forwards.count > 1, let last = forwards.max(by: { $0.1 < $1.1 }) else { return nil }
    let rest = forwards.filter { $0.0 != last.0 }.map(\.1).max() ?? 0
    return last.1 > 1.5 * rest && last.1 > 0.001 ? last.0 : nil
  }

  private func words(on rank: Int) -> String {
    "Rank \(rank) is the slowest in forward: the others wait for its gradients in backward."
  }
}
