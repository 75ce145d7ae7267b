internal import Canvas

/// One line of a parameter's life: a name, its figure, and how that came about.
struct LifeRow: Equatable {
  var name: String
  var value: String
  /// With the numbers in it, from the fullest to the shortest, and after a figure with the sign
  /// between them; empty where there is nothing to tell.
  var how: [String] = []
  /// Whether the fullest words are worth a second line.
  var wraps = false
  var isLive = false
  /// Rows of the highest rank are left out first.
  var rank: Int

  static let indent = 7

  /// In as many lines as its words need, or in one.
  func lines(columns: Int, isFull: Bool) -> [Line] {
    let role: Role = isLive ? .strong : .text
    let full = how.map { value.isEmpty ? $0 : "\(value) \($0)" }
    let room = columns - Self.indent
    let inOneLine = full.prefix(wraps && isFull ? 1 : full.count).first { $0.count <= room }
    let text = inOneLine ?? (isFull ? full.first : value.isEmpty ? full.last : nil) ?? value
    let pieces = Paragraph(text, role).lines(columns: max(room, 1))
    let padded = name + String(repeating: " ", count: max(Self.indent - name.count, 1))
    return pieces.enumerated().map { row, piece in
      Line(row == 0 ? padded : String(repeating: " ", count: Self.indent), isLive ? .strong : .dim)
        + piece
    }
  }
}

extension [LifeRow] {
  /// As many lines as there is room for: what the live move did is told in full as long as it can
  /// be, the rest gives way.
  func lines(columns: Int, height: Int) -> [Line] {
    for fullest in [(Int.max, Int.max), (-1, Int.max), (-1, 2)] {
      let lines = flatMap {
        $0.lines(columns: columns, isFull: $0.rank <= ($0.isLive ? fullest.1 : fullest.0))
      }
      if lines.count <= height { return lines }
    }
    return fewer(columns: columns, height: height)
  }

  private func fewer(columns: Int, height: Int) -> [Line] {
    var shown = self
    while true {
      let lines = shown.flatMap {
        $0.lines(columns: columns, isFull: $0.isLive && $0.rank <= 2)
      }
      guard lines.count > height, let last = shown.map(\.rank).max(), last > 0 else {
        return lines.prefix(Swift.max(height, 0)) + []
      }
      shown.removeAll { $0.rank == last }
    }
  }
}
