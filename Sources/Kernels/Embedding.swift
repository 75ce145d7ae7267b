/// y[r] = table[tokens[r]], plus positions[r mod context] where there are positions.
@inline(never)
public func embeddingForward(
  _ tokens: UnsafePointer<Int32>, table: UnsafePointer<Float>, positions: UnsafePointer<Float>?,
  context: Int, into y: UnsafeMutablePointer<Float>, rows: Int, width: Int
) {
  for r in 0..<rows {
    let row = table + Int(tokens[r]) * width
    guard let positions else {
      (y + r * width).update(from: row, count: width)
      continue
    }
    sum(row, positions + (r % context) * width, y + r * width, count: width)
  }
}

/// Adds each row of `dy` to the row of `table` that its token chose.
@inline(never)
public func embeddingBackward(
  _ tokens: UnsafePointer<Int32>, _ dy: UnsafePointer<Float>,
  table: UnsafeMutablePointer<Float>, rows: Int, width: Int
) {
  for r in 0..<rows {
    copied(dy + r * width, table + Int(tokens[r]) * width, count: width, adding: true)
  }
}

/// Adds each row of `dy` to the row of its position, r mod context.
@inline(never)
public func positionsBackward(
  _ dy: UnsafePointer<Float>, positions: UnsafeMutablePointer<Float>, context: Int, rows: Int,
  width: Int
) {
  for start in stride(from: 0, to: rows, by: context) {
    let count = min(context, rows - start) * width
    copied(dy + start * width, positions, count: count, adding: true)
  }
}
