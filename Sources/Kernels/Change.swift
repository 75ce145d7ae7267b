import Lanes

/// How far numbers moved: Σ(new − old)², Σ old², both in double precision, and the bits of the largest
/// |new − old|, which are ordered as the numbers are, with NaN above all.
public struct Movement: Sendable {
  public var squaredDistance: Double
  public var squaredSize: Double
  public var largest: UInt32
}

/// How far numbers moved from `old` to `new`.
@inline(never)
public func change(
  from old: UnsafePointer<Float>, to new: UnsafePointer<Float>, count: Int
) -> Movement {
  var movements = Movements()
  inSixteens(count) { i, left in movements.add(from: load(old + i, left), to: load(new + i, left)) }
  return movements.total
}

/// The sums in the making.
struct Movements {
  private var distances = SquareSums()
  private var sizes = SquareSums()
  private var largest = SIMD16<Int32>.zero

  @inline(__always)
  mutating func add(from old: Lanes, to new: Lanes) {
    let way = new - old
    distances.add(way)
    sizes.add(old)
    let bits = unsafeBitCast(way, to: SIMD16<Int32>.self) & 0x7FFF_FFFF
    largest = largest.replacing(with: bits, where: bits .> largest)
  }

  @inline(__always)
  var total: Movement {
    Movement(
      squaredDistance: distances.total, squaredSize: sizes.total,
      largest: UInt32(Kernels.largest(largest)))
  }
}

/// Only comparisons of concrete vectors compile to one instruction.
@inline(__always)
private func largest(_ lanes: SIMD16<Int32>) -> Int32 {
  let (a, b) = (lanes.lowHalf, lanes.highHalf)
  let eight = a.replacing(with: b, where: b .> a)
  let (c, d) = (eight.lowHalf, eight.highHalf)
  let four = c.replacing(with: d, where: d .> c)
  return max(max(four.x, four.y), max(four.z, four.w))
}
