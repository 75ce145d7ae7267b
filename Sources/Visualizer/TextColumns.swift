internal import Canvas

/// Columns of texts, flush right, each as wide as its widest text needs and at least so wide.
struct TextColumns {
  private let ends: [Int]

  init(_ rows: [[String]], least: Int) {
    let count = rows.map(\.count).max() ?? 0
    ends = (0..<count).reduce(into: []) { ends, column in
      let widest = rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
      ends.append((ends.last ?? 0) + max(least, widest + 1))
    }
  }

  func write(_ row: [String], on frame: inout Frame, y: Int, _ role: Role = .text) {
    for (text, end) in zip(row, ends) { frame.write(text, x: end - text.count, y: y, role) }
  }
}
