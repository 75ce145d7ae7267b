/// Moves every tenth line of a text behind the others, within the memory of the text and a sixteenth
/// of it.
struct LineParting {
  private var letters: [UInt16]
  /// Where the lines for validation begin, and where they end.
  private(set) var border = 0
  private var end = 0
  private(set) var count = 0
  private let isBlank: [Bool]
  /// The lines for validation since the last that went to their place, and where the lines that
  /// training reads end that came meanwhile.
  private var waiting: [UInt16] = []
  private var middle = 0

  init(_ tokens: inout [UInt16], isBlank: [Bool]) {
    (letters, self.isBlank) = (tokens, isBlank)
    tokens = []
  }

  /// Hands over the letters, parted.
  /// - Parameter boundary: what ends a line; nil where there is but one.
  mutating func part(at boundary: UInt16?) -> [UInt16] {
    defer { letters = [] }
    let most = letters.count / 16
    var start = 0
    while start < letters.count {
      var stop = start
      while stop < letters.count, letters[stop] != boundary { stop += 1 }
      let line = trimmed(start..<stop)
      start = stop + 1
      guard !line.isEmpty else { continue }
      take(line, boundary ?? 0, most)
      count += 1
    }
    settle()
    letters.removeLast(letters.count - end)
    return letters
  }

  private func trimmed(_ line: Range<Int>) -> Range<Int> {
    var (first, last) = (line.lowerBound, line.upperBound)
    while first < last, isBlank[Int(letters[first])] { first += 1 }
    while last > first, isBlank[Int(letters[last - 1])] { last -= 1 }
    return first..<last
  }

  private mutating func take(_ line: Range<Int>, _ boundary: UInt16, _ most: Int) {
    guard count % 10 == 9 else {
      middle = move(line, to: middle, boundary)
      return
    }
    if waiting.count + line.count > most { settle() }
    guard line.count <= most else {
      end = move(line, to: end, boundary)
      middle = end
      return
    }
    waiting += letters[line]
    waiting.append(boundary)
  }

  /// Returns what comes after it. A text may lack the end of its last line.
  private mutating func move(_ line: Range<Int>, to start: Int, _ boundary: UInt16) -> Int {
    if start != line.lowerBound {
      for place in 0..<line.count { letters[start + place] = letters[line.lowerBound + place] }
    }
    let end = start + line.count
    if end == letters.count { letters.append(boundary) } else { letters[end] = boundary }
    return end + 1
  }

  /// The lines that training reads go before those for validation, and what waits after them.
  private mutating func settle() {
    let (border, end, middle) = (border, end, middle)
    if middle > end, end > border { rotate(border, end, middle) }
    self.border = border + middle - end
    for (place, letter) in waiting.enumerated() {
      let place = middle + place
      if place == letters.count { letters.append(letter) } else { letters[place] = letter }
    }
    self.end = middle + waiting.count
    self.middle = self.end
    waiting.removeAll(keepingCapacity: true)
  }

  /// What stands from `border` to `end` changes places with what follows, to `middle`.
  private mutating func rotate(_ border: Int, _ end: Int, _ middle: Int) {
    letters.withUnsafeMutableBufferPointer { letters in
      letters[border..<end].reverse()
      letters[end..<middle].reverse()
      letters[border..<middle].reverse()
    }
  }
}
