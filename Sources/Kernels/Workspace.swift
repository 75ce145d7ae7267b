/// A thread's own room, in which the multiplication arranges a part of each matrix before it works
/// on it.
public final class Workspace {
  private let memory: UnsafeMutableRawBufferPointer
  /// A part of the right matrix in panels of a tile's columns.
  let right: UnsafeMutablePointer<Float>
  /// A block of the left matrix in panels of a tile's rows.
  let left: UnsafeMutablePointer<Float>
  /// A wide tile at an edge, of which only a part is wanted.
  let edge: UnsafeMutablePointer<Float>
  private let hasWideRegisters: Bool
  private var scratch: UnsafeMutableBufferPointer<Float>?

  /// Numbers of the right matrix: a quarter of a second-level cache, and a whole block.
  static let room = Block.depth * Block.columns

  /// - Parameter wide: whether the processor has AVX-512.
  public init(wide: Bool) {
    let (right, left) = (Self.room, Block.rows * Block.depth)
    let edge = Tile.wide.rows * Tile.wide.columns
    memory = .allocate(byteCount: 4 * (right + left + edge), alignment: 64)
    self.right = memory.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: Float.self)
    self.left = self.right + right
    self.edge = self.left + left
    #if FUSED_MULTIPLY_ADD
      hasWideRegisters = wide
    #else
      // A build for every processor gives the same bits on all of them.
      hasWideRegisters = false
    #endif
  }

  deinit {
    memory.deallocate()
    scratch?.deallocate()
  }

  /// Room for at least so many numbers, whose values mean nothing; it is that of the call before.
  public func scratch(_ count: Int) -> UnsafeMutablePointer<Float> {
    if let scratch, scratch.count >= count { return scratch.baseAddress.unsafelyUnwrapped }
    scratch?.deallocate()
    let room = UnsafeMutableBufferPointer<Float>.allocate(capacity: count)
    scratch = room
    return room.baseAddress.unsafelyUnwrapped
  }

  /// What to work with where the result has so many columns.
  func tile(columns: Int) -> Tile { hasWideRegisters && columns > 16 ? .wide : .narrow }
}
