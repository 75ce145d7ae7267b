import Lanes

/// Which numbers dropout keeps: a hash of each number's place under a key, so that a mask need not be kept.
public struct DropoutMask: Sendable {
  /// 64 well-mixed bits.
  public var key: UInt64
  /// Numbers whose hash, read as a Float in 1..<2, is below this are dropped.
  public var threshold: Float
  /// 1/(1 − p), what the kept ones are multiplied by.
  public var scale: Float

  /// - Parameter probability: of being dropped, in 0..<1.
  public init(key: UInt64, probability: Float) {
    self.key = key
    threshold = 1 + probability
    scale = 1 / (1 - probability)
  }

  /// 0 or `scale` for the sixteen numbers from place `start`.
  @inline(__always)
  func lanes(at start: Int) -> Lanes {
    let low = UInt32(truncatingIfNeeded: key)
    let high = UInt32(truncatingIfNeeded: key >> 32)
    let places = SIMD16<UInt32>(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    var x = places &+ (UInt32(truncatingIfNeeded: start) &+ low)
    x ^= x &>> 16
    x = x &* 0x7FEB_352D
    x ^= x &>> 15
    x = (x ^ high) &* 0x846C_A68B
    x ^= x &>> 16
    let hash = unsafeBitCast((x &>> 9) | 0x3F80_0000, to: Lanes.self)
    return Lanes(repeating: scale).replacing(with: 0, where: hash .< threshold)
  }
}

/// y = mask·x, or y += mask·x; the same mask forth and back. The first number stands at place `start`.
@inline(never)
public func dropped(
  _ x: UnsafePointer<Float>, by mask: DropoutMask, start: Int = 0,
  into y: UnsafeMutablePointer<Float>, count: Int, adding: Bool
) {
  inSixteens(count) { i, left in
    give(load(x + i, left) * mask.lanes(at: start + i), y + i, left, adding: adding)
  }
}
