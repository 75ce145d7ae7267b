/// The newest steps of a run, in blocks: a copy of them that is kept for a moment makes one block be
/// written anew, not all of them, and what is forgotten gives its memory back.
struct KeptSteps: Sendable {
  /// All full but the last.
  private var blocks: [[Charts.Step]] = []

  static let blockLength = 1 << 12

  var count: Int {
    guard let last = blocks.last else { return 0 }
    return (blocks.count - 1) * Self.blockLength + last.count
  }

  /// Takes the place of one that is there, or follows the last.
  mutating func put(_ step: Charts.Step, at place: Int) {
    while count < place { append(.untold) }
    if place == count { return append(step) }
    blocks[place / Self.blockLength][place % Self.blockLength] = step
  }

  private mutating func append(_ step: Charts.Step) {
    if count % Self.blockLength == 0 {
      blocks.append([])
      blocks[blocks.count - 1].reserveCapacity(Self.blockLength)
    }
    blocks[blocks.count - 1].append(step)
  }

  /// Nil where none is kept.
  func step(at place: Int) -> Charts.Step? {
    guard 0..<count ~= place else { return nil }
    return blocks[place / Self.blockLength][place % Self.blockLength]
  }

  /// Those of a range that are kept.
  subscript(range: Range<Int>) -> some Sequence<Charts.Step> {
    range.clamped(to: 0..<count).lazy.map { blocks[$0 / Self.blockLength][$0 % Self.blockLength] }
  }

  func prefix(_ count: Int) -> some Sequence<Charts.Step> {
    blocks.lazy.joined().prefix(max(count, 0))
  }

  /// Forgets all but the first.
  mutating func keepFirst(_ count: Int) {
    let full = max(count, 0) / Self.blockLength
    let rest = max(count, 0) % Self.blockLength
    guard count < self.count else { return }
    blocks.removeLast(blocks.count - full - (rest > 0 ? 1 : 0))
    if rest > 0 { blocks[full].removeLast(blocks[full].count - rest) }
  }

  /// Gives the oldest block away.
  mutating func removeOldest() -> [Charts.Step] { blocks.removeFirst() }
}
