/// Sixteen numbers at once: what every hot loop works in.
typealias Lanes = SIMD16<Float>

/// Sixteen by sixteen through `count` numbers; the last time there may be fewer `left`.
/// The full ones have a loop of their own, with no question of what is left in it.
@inline(__always)
func inSixteens(_ count: Int, _ body: (_ i: Int, _ left: Int) -> Void) {
  let full = count & ~15
  var i = 0
  while i < full {
    body(i, 16)
    i += 16
  }
  if full < count { body(full, count - full) }
}

/// Sixteen numbers from `source`, or the `left` that there are and `filler` for the others.
@inline(__always)
func load(_ source: UnsafePointer<Float>, _ left: Int, filler: Float = 0) -> Lanes {
  if left >= 16 { return UnsafeRawPointer(source).loadUnaligned(as: Lanes.self) }
  var lanes = Lanes(repeating: filler)
  withUnsafeMutableBytes(of: &lanes) { bytes in
    guard let base = bytes.baseAddress else { return }
    inPieces(left) { (base + $0).copyMemory(from: UnsafeRawPointer(source) + $0, byteCount: $1) }
  }
  return lanes
}

/// Writes sixteen numbers to `target`, or only the first `left`.
@inline(__always)
func store(_ lanes: Lanes, _ target: UnsafeMutablePointer<Float>, _ left: Int) {
  let raw = UnsafeMutableRawPointer(target)
  if left >= 16 { return raw.storeBytes(of: lanes, as: Lanes.self) }
  withUnsafeBytes(of: lanes) { bytes in
    guard let base = bytes.baseAddress else { return }
    inPieces(left) { (raw + $0).copyMemory(from: base + $0, byteCount: $1) }
  }
}

/// Fewer than sixteen numbers as pieces of eight, four, two and one: each piece's first byte
/// and size in bytes, which is known where it is inlined.
@inline(__always)
private func inPieces(_ count: Int, _ body: (_ start: Int, _ size: Int) -> Void) {
  if count & 8 != 0 { body(0, 32) }
  if count & 4 != 0 { body(4 * (count & 8), 16) }
  if count & 2 != 0 { body(4 * (count & 12), 8) }
  if count & 1 != 0 { body(4 * (count & 14), 4) }
}

/// Writes `lanes` to `target`, on top of what is there when `adding`.
@inline(__always)
func give(_ lanes: Lanes, _ target: UnsafeMutablePointer<Float>, _ left: Int, adding: Bool) {
  store(adding ? lanes + load(target, left) : lanes, target, left)
}

/// a·b + c, in one rounding where the machine has the instruction.
@inline(__always)
func fused(_ a: Lanes, _ b: Lanes, plus c: Lanes) -> Lanes {
  #if FUSED_MULTIPLY_ADD
    c.addingProduct(a, b)
  #else
    c + a * b
  #endif
}

/// The sum of the sixteen, in halves: the order is fixed.
@inline(__always)
func total(_ lanes: Lanes) -> Float {
  let eight = lanes.lowHalf + lanes.highHalf
  let four = eight.lowHalf + eight.highHalf
  let two = four.lowHalf + four.highHalf
  return two.x + two.y
}

/// The larger of each two; the first where one is NaN.
@inline(__always)
func larger(_ a: Lanes, _ b: Lanes) -> Lanes { a.replacing(with: b, where: b .> a) }

/// The largest of the sixteen. Only comparisons of concrete vectors compile to one instruction.
@inline(__always)
func largest(_ lanes: Lanes) -> Float {
  let (a, b) = (lanes.lowHalf, lanes.highHalf)
  let eight = a.replacing(with: b, where: b .> a)
  let (c, d) = (eight.lowHalf, eight.highHalf)
  let four = c.replacing(with: d, where: d .> c)
  let (e, f) = (four.lowHalf, four.highHalf)
  let two = e.replacing(with: f, where: f .> e)
  return two.x > two.y ? two.x : two.y
}
