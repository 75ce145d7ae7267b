internal import CPrefetch
import Lanes

/// 8 rows by 32 columns of a product, held in registers while k runs. It alone is built for AVX-512,
/// so nothing here may run before a processor has been found to have it.
///
/// - Parameters:
///   - left: row i's numbers begin `i * down` further on and lie `step` apart; where there are fewer
///     than eight `rows`, the last one is repeated.
///   - panel: the 32 numbers of each k side by side, those of the next `across` on.
///   - columns: so many of them are wanted.
///   - bias: is added to each row; nil for none.
///   - edge: room for the tile, where it is not wanted whole.
@inline(never)
public func multiplyWideTile(
  _ left: UnsafePointer<Float>, down: Int, step: Int, rows: Int, panel: UnsafePointer<Float>,
  across: Int, count: Int, into c: UnsafeMutablePointer<Float>, stride: Int, columns: Int,
  bias: UnsafePointer<Float>?, adding: Bool, edge: UnsafeMutablePointer<Float>
) {
  let last = rows - 1
  let (o1, o2, o3) = (min(1, last) * down, min(2, last) * down, min(3, last) * down)
  let (o4, o5, o6) = (min(4, last) * down, min(5, last) * down, min(6, last) * down)
  let o7 = min(7, last) * down
  var (r0, r1, r2, r3) = (WideRow(), WideRow(), WideRow(), WideRow())
  var (r4, r5, r6, r7) = (WideRow(), WideRow(), WideRow(), WideRow())
  var left = left
  var right = panel
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
    right += across
  }
  let isWhole = rows == 8 && columns == 32
  let (target, lines) = isWhole ? (c, stride) : (edge, 32)
  let more = isWhole ? bias.map { WideRow(from: $0) } ?? WideRow() : WideRow()
  r0.put(more, to: target, adding: isWhole && adding)
  r1.put(more, to: target + lines, adding: isWhole && adding)
  r2.put(more, to: target + 2 * lines, adding: isWhole && adding)
  r3.put(more, to: target + 3 * lines, adding: isWhole && adding)
  r4.put(more, to: target + 4 * lines, adding: isWhole && adding)
  r5.put(more, to: target + 5 * lines, adding: isWhole && adding)
  r6.put(more, to: target + 6 * lines, adding: isWhole && adding)
  r7.put(more, to: target + 7 * lines, adding: isWhole && adding)
  if isWhole { return }
  for row in 0..<rows {
    put(edge + 32 * row, bias, to: c + row * stride, columns: columns, adding: adding)
  }
}

/// The first `columns` numbers of a row, from 16 on as two sixteens, which may share some.
@inline(__always)
private func put(
  _ row: UnsafePointer<Float>, _ bias: UnsafePointer<Float>?,
  to target: UnsafeMutablePointer<Float>, columns: Int, adding: Bool
) {
  if columns < 16 {
    let more = bias.map { load($0, columns) } ?? .zero
    return give(load(row, 16), more, target, columns, adding: adding)
  }
  let second = columns - 16
  var (low, high) = (load(row, 16), load(row + second, 16))
  if adding { (low, high) = (load(target, 16) + low, load(target + second, 16) + high) }
  if let bias { (low, high) = (low + load(bias, 16), high + load(bias + second, 16)) }
  store(low, target, 16)
  store(high, target + second, 16)
}

/// One row of the tile: two AVX-512 registers.
private struct WideRow {
  var low = Lanes.zero
  var high = Lanes.zero

  init() {}

  @inline(__always)
  init(from source: UnsafePointer<Float>) {
    low = load(source, 16)
    high = load(source + 16, 16)
  }

  @inline(__always)
  mutating func add(_ factor: Float, times other: WideRow) {
    let factor = Lanes(repeating: factor)
    low.addProduct(factor, other.low)
    high.addProduct(factor, other.high)
  }

  @inline(__always)
  func put(_ more: WideRow, to target: UnsafeMutablePointer<Float>, adding: Bool) {
    give(low, more.low, target, 16, adding: adding)
    give(high, more.high, target + 16, 16, adding: adding)
  }
}
