/// Sixteen numbers at once: what every hot loop works in.
public typealias Lanes = SIMD16<Float>

/// Sixteen by sixteen through `count` numbers; the last time there may be fewer `left`.
/// The full ones have a loop of their own, with no question of what is left in it; a body too long
/// to be there twice, as one with an exponential, is quicker in a plain loop.
@inlinable @inline(__always)
public func inSixteens(_ count: Int, _ body: (_ i: Int, _ left: Int) -> Void) {
  let full = count & ~15
  var i = 0
  while i < full {
    body(i, 16)
    i += 16
  }
  if full < count { body(full, count - full) }
}

/// Sixteen numbers from `source`, or the `left` that there are and `filler` for the others.
@inlinable @inline(__always)
public func load(_ source: UnsafePointer<Float>, _ left: Int, filler: Float = 0) -> Lanes {
  if left >= 16 { return UnsafeRawPointer(source).loadUnaligned(as: Lanes.self) }
  var lanes = Lanes(repeating: filler)
  if left == 1 {
    lanes[0] = source[0]
    return lanes
  }
  withUnsafeMutableBytes(of: &lanes) { bytes in
    guard let base = bytes.baseAddress else { return }
    inPieces(left) { (base + $0).copyMemory(from: UnsafeRawPointer(source) + $0, byteCount: $1) }
  }
  return lanes
}

/// Writes sixteen numbers to `target`, or only the first `left`.
@inlinable @inline(__always)
public func store(_ lanes: Lanes, _ target: UnsafeMutablePointer<Float>, _ left: Int) {
  let raw = UnsafeMutableRawPointer(target)
  if left >= 16 { return raw.storeBytes(of: lanes, as: Lanes.self) }
  if left == 1 { return target[0] = lanes[0] }
  withUnsafeBytes(of: lanes) { bytes in
    guard let base = bytes.baseAddress else { return }
    inPieces(left) { (raw + $0).copyMemory(from: base + $0, byteCount: $1) }
  }
}

/// Sixteen numbers, or the `left` that there are and zeros, from `source` to `target`.
@inlinable @inline(__always)
public func copy(
  _ source: UnsafePointer<Float>, _ target: UnsafeMutablePointer<Float>, _ left: Int
) {
  if left >= 16 { return store(load(source, 16), target, 16) }
  store(.zero, target, 16)
  inPieces(left) {
    (UnsafeMutableRawPointer(target) + $0).copyMemory(
      from: UnsafeRawPointer(source) + $0, byteCount: $1)
  }
}

/// Fewer than sixteen numbers as pieces of eight, four, two and one: each piece's first byte
/// and size in bytes, which is known where it is inlined.
@inlinable @inline(__always)
func inPieces(_ count: Int, _ body: (_ start: Int, _ size: Int) -> Void) {
  if count & 8 != 0 { body(0, 32) }
  if count & 4 != 0 { body(4 * (count & 8), 16) }
  if count & 2 != 0 { body(4 * (count & 12), 8) }
  if count & 1 != 0 { body(4 * (count & 14), 4) }
}

/// Writes `lanes` to `target`, on top of what is there when `adding`.
@inlinable @inline(__always)
public func give(_ lanes: Lanes, _ target: UnsafeMutablePointer<Float>, _ left: Int, adding: Bool) {
  store(adding ? lanes + load(target, left) : lanes, target, left)
}

/// Writes `lanes` to `target`, on top of what is there when `adding`, and `more` on top of both.
@inlinable @inline(__always)
public func give(
  _ lanes: Lanes, _ more: Lanes, _ target: UnsafeMutablePointer<Float>, _ left: Int, adding: Bool
) {
  store((adding ? load(target, left) + lanes : lanes) + more, target, left)
}

/// a·b + c, in one rounding where the machine has the instruction.
@inlinable @inline(__always)
public func fused(_ a: Lanes, _ b: Lanes, plus c: Lanes) -> Lanes {
  #if FUSED_MULTIPLY_ADD
    c.addingProduct(a, b)
  #else
    c + a * b
  #endif
}

/// The sum of the sixteen, in halves: the order is fixed.
@inlinable @inline(__always)
public func total(_ lanes: Lanes) -> Float {
  let eight = lanes.lowHalf + lanes.highHalf
  let four = eight.lowHalf + eight.highHalf
  let two = four.lowHalf + four.highHalf
  return two.x + two.y
}

/// The larger of each two; the first where one is NaN.
@inlinable @inline(__always)
public func larger(_ a: Lanes, _ b: Lanes) -> Lanes { a.replacing(with: b, where: b .> a) }

/// The largest of the sixteen. Only comparisons of concrete vectors compile to one instruction.
@inlinable @inline(__always)
public func largest(_ lanes: Lanes) -> Float {
  let (a, b) = (lanes.lowHalf, lanes.highHalf)
  let eight = a.replacing(with: b, where: b .> a)
  let (c, d) = (eight.lowHalf, eight.highHalf)
  let four = c.replacing(with: d, where: d .> c)
  let (e, f) = (four.lowHalf, four.highHalf)
  let two = e.replacing(with: f, where: f .> e)
  return two.x > two.y ? two.x : two.y
}
