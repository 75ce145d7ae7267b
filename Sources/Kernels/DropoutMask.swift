/// A mask that is never stored: place and key say whether a value is dropped, so that backward
/// finds the same mask again.
public struct DropoutMask {
  private let key: UInt32
  private let start: UInt32
  private let threshold: UInt32
  private let kept: Float

  /// The mask that begins at this place of the stream with this key.
  public init(probability: Float, key: UInt64, place: UInt64) {
    let high = Self.mixed(UInt32(truncatingIfNeeded: place >> 32) &+ 0x9E37_79B9)
    self.key = UInt32(truncatingIfNeeded: key ^ (key >> 32)) ^ high
    start = UInt32(truncatingIfNeeded: place)
    threshold = UInt32(min(Double(probability) * 4_294_967_296, 4_294_967_295))
    kept = 1 / (1 - probability)
  }

  /// y = x / (1 − p) where kept, else 0; `from` is the place of x's first value in the mask.
  @inline(never)
  public func apply(
    to x: Input, into y: Output, count: Int, from first: Int = 0, accumulate: Bool = false
  ) {
    let ladder = SIMD16<UInt32>(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    forEachVector(count) { at, n in
      let place = ladder &+ (start &+ UInt32(truncatingIfNeeded: first + at))
      let isDropped = Self.mixed(place &* 0x9E37_79B1 ^ key) .< threshold
      let value = (load(x + at, n) * kept).replacing(with: 0, where: isDropped)
      put(value, y + at, n, accumulate: accumulate)
    }
  }

  /// Spreads every bit of the input over the output (multiply and shift, twice).
  @inline(__always)
  private static func mixed(_ x: SIMD16<UInt32>) -> SIMD16<UInt32> {
    var h = x ^ (x &>> 16)
    h = h &* 0x7FEB_352D
    h ^= h &>> 15
    h = h &* 0x846C_A68B
    return h ^ (h &>> 16)
  }

  @inline(__always)
  private static func mixed(_ x: UInt32) -> UInt32 {
    var h = (x ^ (x >> 16)) &* 0x7FEB_352D
    h = (h ^ (h >> 15)) &* 0x846C_A68B
    return h ^ (h >> 16)
  }
}
