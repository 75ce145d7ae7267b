/// Row i of y is the table's row for token i: [count, width].
@inline(never)
public func gather(
  _ tokens: UnsafePointer<Int32>, table: Input, into y: Output, count: Int, width: Int
) {
  for i in 0..<count {
    copy(table + Int(tokens[i]) * width, to: y + i * width, count: width, accumulate: false)
  }
}

/// Adds row i of dy to the table's row for token i.
@inline(never)
public func scatterAdd(
  _ dy: Input, tokens: UnsafePointer<Int32>, into table: Output, count: Int, width: Int
) {
  for i in 0..<count {
    copy(dy + i * width, to: table + Int(tokens[i]) * width, count: width, accumulate: true)
  }
}
