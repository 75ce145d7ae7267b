/// Eight rows of eight numbers, in registers.
struct Square {
  typealias Row = SIMD8<Float>
  private var r0, r1, r2, r3, r4, r5, r6, r7: Row

  /// The first `rows` of its rows, and zeros.
  @inline(__always)
  init(_ source: UnsafePointer<Float>, stride: Int, rows: Int) {
    r0 = Self.row(source, 0, stride, rows)
    r1 = Self.row(source, 1, stride, rows)
    r2 = Self.row(source, 2, stride, rows)
    r3 = Self.row(source, 3, stride, rows)
    r4 = Self.row(source, 4, stride, rows)
    r5 = Self.row(source, 5, stride, rows)
    r6 = Self.row(source, 6, stride, rows)
    r7 = Self.row(source, 7, stride, rows)
  }

  @inline(__always)
  private static func row(
    _ source: UnsafePointer<Float>, _ i: Int, _ stride: Int, _ rows: Int
  ) -> Row {
    i < rows ? UnsafeRawPointer(source + i * stride).loadUnaligned(as: Row.self) : .zero
  }

  /// Rows become columns: three times over, each row is interleaved with the one four rows on.
  @inline(__always)
  mutating func turn() {
    interleave()
    interleave()
    interleave()
  }

  @inline(__always)
  private mutating func interleave() {
    let (a, b) = (interleaved(r0, r4), interleaved(r1, r5))
    let (c, d) = (interleaved(r2, r6), interleaved(r3, r7))
    (r0, r1, r2, r3) = (a.0, a.1, b.0, b.1)
    (r4, r5, r6, r7) = (c.0, c.1, d.0, d.1)
  }

  @inline(__always)
  func store(_ target: UnsafeMutablePointer<Float>, stride: Int) {
    let raw = UnsafeMutableRawPointer(target)
    raw.storeBytes(of: r0, as: Row.self)
    (raw + 4 * stride).storeBytes(of: r1, as: Row.self)
    (raw + 8 * stride).storeBytes(of: r2, as: Row.self)
    (raw + 12 * stride).storeBytes(of: r3, as: Row.self)
    (raw + 16 * stride).storeBytes(of: r4, as: Row.self)
    (raw + 20 * stride).storeBytes(of: r5, as: Row.self)
    (raw + 24 * stride).storeBytes(of: r6, as: Row.self)
    (raw + 28 * stride).storeBytes(of: r7, as: Row.self)
  }
}

@inline(__always)
private func interleaved(_ even: Square.Row, _ odd: Square.Row) -> (Square.Row, Square.Row) {
  var both = SIMD16<Float>()
  both.evenHalf = even
  both.oddHalf = odd
  return unsafeBitCast(both, to: (Square.Row, Square.Row).self)
}
