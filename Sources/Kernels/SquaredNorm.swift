private let block = 256

/// The sum of squares: floats within a block, doubles between blocks.
@inline(never)
public func squaredNorm(_ x: Input, count: Int) -> Double {
  var total = 0.0
  var start = 0
  while start < count {
    let length = min(block, count - start)
    var squares = Vector.zero
    forEachVector(length) { at, n in
      let value = load(x + start + at, n)
      squares = multiplyAdd(value, value, squares)
    }
    total += Double(sum(squares))
    start += block
  }
  return total
}

/// The sum of squares of a − b, and the place where they are farthest apart.
@inline(never)
public func distance(
  _ a: Input, _ b: Input, count: Int
) -> (squares: Double, farthest: Float, place: Int) {
  var total = 0.0
  var farthest: Float = -1
  var place = 0
  var start = 0
  while start < count {
    let length = min(block, count - start)
    var squares = Vector.zero
    var top = Vector.zero
    forEachVector(length) { at, n in
      let gap = load(a + start + at, n) - load(b + start + at, n)
      squares = multiplyAdd(gap, gap, squares)
      top = pointwiseMax(top, pointwiseMax(gap, -gap))
    }
    total += Double(sum(squares))
    let most = largest(top)
    if most > farthest {
      farthest = most
      place = (start..<(start + length)).first { abs(a[$0] - b[$0]) == most } ?? start
    }
    start += block
  }
  return (total, farthest, place)
}
