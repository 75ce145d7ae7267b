/// Memory that is only ever handed out, and taken back all at once: a forward pass reuses the last one's.
final class Arena {
  /// How many times everything was taken back: tells a tensor of this pass from one of an earlier pass.
  private(set) var generation = 0
  /// Numbers handed out since then.
  private(set) var used = 0
  private var blocks: [UnsafeMutableBufferPointer<Float>] = []
  /// What was given back, by size: there are few sizes.
  private var spare: [(count: Int, buffers: [UnsafeMutableBufferPointer<Float>])] = []
  private var block = 0
  private var offset = 0
  /// Numbers that the first block is to hold, at least.
  var expected = 1 << 16

  /// `count` numbers, not cleared, on a boundary of 64 bytes.
  func take(_ count: Int) -> UnsafeMutableBufferPointer<Float> {
    // A line more than asked for keeps neighbours of equal size from sharing cache sets.
    let room = (count + 31) & ~15
    while block == blocks.count || offset + room > blocks[block].count { advance(room) }
    defer { offset += room }
    used += count
    return UnsafeMutableBufferPointer(rebasing: blocks[block][offset..<offset + count])
  }

  /// `count` numbers like `take`, best those that were given back last: they are still in the cache.
  func borrow(_ count: Int) -> UnsafeMutableBufferPointer<Float> {
    for i in spare.indices where spare[i].count == count {
      if let buffer = spare[i].buffers.popLast() { return buffer }
    }
    return take(count)
  }

  func giveBack(_ buffer: UnsafeMutableBufferPointer<Float>) {
    for i in spare.indices where spare[i].count == buffer.count {
      return spare[i].buffers.append(buffer)
    }
    spare.append((buffer.count, [buffer]))
  }

  func reset() {
    generation += 1
    for i in spare.indices { spare[i].buffers.removeAll(keepingCapacity: true) }
    (block, offset, used) = (0, 0, 0)
  }

  /// Gives all memory back to the system.
  func release() {
    reset()
    blocks.forEach { UnsafeMutableRawBufferPointer($0).deallocate() }
    blocks = []
    spare = []
  }

  /// Goes to the next block, or makes one that holds at least `room`.
  private func advance(_ room: Int) {
    if block < blocks.count { block += 1 }
    offset = 0
    guard block == blocks.count else { return }
    let size = max(room, blocks.isEmpty ? expected : 1 << min(16 + blocks.count, 24))
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: size * 4, alignment: 64)
    blocks.append(bytes.bindMemory(to: Float.self))
  }

  deinit { blocks.forEach { UnsafeMutableRawBufferPointer($0).deallocate() } }
}
