internal import CPrefetch
import Lanes

/// 8 rows by 32 columns of a product, held in registers while k runs. It alone is built for AVX-512,
/// so nothing here may run before a processor has been found to have it.
///
/// - Parameters:
///   - left: row i's numbers begin `i * down` further on and lie `step` apart; where there are fewer
///     than eight `rows`, the last one is repeated.
///   - panel: the 32 numbers of each k side by side.
@inline(never)
public func multiplyWideTile(
  _ left: UnsafePointer<Float>, down: Int, step: Int, rows: Int, panel: UnsafePointer<Float>,
  count: Int, into c: UnsafeMutablePointer<Float>, stride: Int, adding: Bool
) {
  let last = rows - 1
  let (o1, o2, o3) = (min(1, last) * down, min(2, last) * down, min(3, last) * down)
  let (o4, o5, o6) = (min(4, last) * down, min(5, last) * down, min(6, last) * down)
  let o7 = min(7, last) * down
  var (r0, r1, r2, r3) = (WideRow(), WideRow(), WideRow(), WideRow())
  var (r4, r5, r6, r7) = (WideRow(), WideRow(), WideRow(), WideRow())
  var left = left
  var right = UnsafeRawPointer(panel)
  // They come while k runs, so that the last lines below need not wait for them.
  for row in 0..<8 {
    prefetchForWriting(c + row * stride)
    prefetchForWriting(c + row * stride + 16)
  }
  for _ in 0..<count {
    let other = WideRow(from: right)
    r0.add(left[0], times: other)
    r1.add(left[o1], times: other)
    r2.add(left[o2], times: other)
    r3.add(left[o3], times: other)
    r4.add(left[o4], times: other)
    r5.add(left[o5], times: other)
    r6.add(left[o6], times: other)
    r7.add(left[o7], times: other)
    left += step
    right += MemoryLayout<WideRow>.size
  }
  r0.give(to: c, adding: adding)
  r1.give(to: c + stride, adding: adding)
  r2.give(to: c + 2 * stride, adding: adding)
  r3.give(to: c + 3 * stride, adding: adding)
  r4.give(to: c + 4 * stride, adding: adding)
  r5.give(to: c + 5 * stride, adding: adding)
  r6.give(to: c + 6 * stride, adding: adding)
  r7.give(to: c + 7 * stride, adding: adding)
}

/// One row of the tile: two AVX-512 registers.
private struct WideRow {
  var low = Lanes.zero
  var high = Lanes.zero

  init() {}

  @inline(__always)
  init(from source: UnsafeRawPointer) {
    low = source.loadUnaligned(as: Lanes.self)
    high = (source + 64).loadUnaligned(as: Lanes.self)
  }

  @inline(__always)
  mutating func add(_ factor: Float, times other: WideRow) {
    let factor = Lanes(repeating: factor)
    low.addProduct(factor, other.low)
    high.addProduct(factor, other.high)
  }

  @inline(__always)
  func give(to target: UnsafeMutablePointer<Float>, adding: Bool) {
    let raw = UnsafeMutableRawPointer(target)
    if adding {
      let there = WideRow(from: raw)
      raw.storeBytes(of: low + there.low, as: Lanes.self)
      (raw + 64).storeBytes(of: high + there.high, as: Lanes.self)
    } else {
      raw.storeBytes(of: low, as: Lanes.self)
      (raw + 64).storeBytes(of: high, as: Lanes.self)
    }
  }
}
