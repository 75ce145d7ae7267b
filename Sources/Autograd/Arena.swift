/// Memory that is handed out in order and taken back all at once, so that a training step
/// allocates nothing anew.
final class Arena {
  private var blocks: [UnsafeMutableBufferPointer<Float>] = []
  private var current = 0
  private var used = 0

  private static let blockSize = 1 << 16

  /// So many floats, not zeroed, until the next reset.
  func allocate(_ count: Int) -> UnsafeMutableBufferPointer<Float> {
    while current < blocks.count, used + count > blocks[current].count {
      current += 1
      used = 0
    }
    if current == blocks.count {
      blocks.append(.allocate(capacity: max(count, Self.blockSize)))
      used = 0
    }
    defer { used += (count + 15) / 16 * 16 }
    return UnsafeMutableBufferPointer(rebasing: blocks[current][used..<(used + count)])
  }

  /// Bytes held, used or not.
  var bytes: Int { blocks.reduce(0) { $0 + $1.count } * MemoryLayout<Float>.stride }

  func reset() {
    current = 0
    used = 0
  }

  deinit {
    for block in blocks { block.deallocate() }
  }
}
