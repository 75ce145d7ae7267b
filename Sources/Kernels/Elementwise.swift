/// y = x, or y += x.
@inline(never)
public func copy(_ x: Input, to y: Output, count: Int, accumulate: Bool) {
  forEachVector(count) { at, n in put(load(x + at, n), y + at, n, accumulate: accumulate) }
}

/// y = a + b
@inline(never)
public func add(_ a: Input, _ b: Input, into y: Output, count: Int) {
  forEachVector(count) { at, n in put(load(a + at, n) + load(b + at, n), y + at, n) }
}

/// y = factor · x, or y += factor · x; y may be x.
@inline(never)
public func scale(_ x: Input, by factor: Float, into y: Output, count: Int, accumulate: Bool) {
  forEachVector(count) { at, n in
    put(load(x + at, n) * factor, y + at, n, accumulate: accumulate)
  }
}

/// Adds one row to every row of y: [rows, columns].
@inline(never)
public func addRow(_ row: Input, to y: Output, rows: Int, columns: Int) {
  for i in 0..<rows {
    let target = y + i * columns
    forEachVector(columns) { at, n in put(load(row + at, n), target + at, n, accumulate: true) }
  }
}

/// The sum of all rows of x: [rows, columns] to [columns].
@inline(never)
public func sumRows(_ x: Input, into y: Output, rows: Int, columns: Int, accumulate: Bool) {
  forEachVector(columns) { at, n in
    var total = Vector.zero
    for i in 0..<rows { total += load(x + i * columns + at, n) }
    put(total, y + at, n, accumulate: accumulate)
  }
}

@inline(never)
public func tanh(_ x: Input, into y: Output, count: Int) {
  forEachVector(count) { at, n in put(hyperbolicTangent(load(x + at, n)), y + at, n) }
}

/// dx = dy · (1 − y²), from tanh's own value y.
@inline(never)
public func tanhGradient(
  _ dy: Input, value y: Input, into dx: Output, count: Int, accumulate: Bool
) {
  forEachVector(count) { at, n in
    let value = load(y + at, n)
    put(load(dy + at, n) * (1 - value * value), dx + at, n, accumulate: accumulate)
  }
}

@inline(never)
public func relu(_ x: Input, into y: Output, count: Int) {
  forEachVector(count) { at, n in put(pointwiseMax(load(x + at, n), Vector.zero), y + at, n) }
}

/// dx = dy where x > 0, else 0.
@inline(never)
public func reluGradient(
  _ dy: Input, input x: Input, into dx: Output, count: Int, accumulate: Bool
) {
  forEachVector(count) { at, n in
    let kept = load(dy + at, n).replacing(with: 0, where: load(x + at, n) .<= 0)
    put(kept, dx + at, n, accumulate: accumulate)
  }
}

/// The exact GELU, x · Φ(x).
@inline(never)
public func gelu(_ x: Input, into y: Output, count: Int) {
  forEachVector(count) { at, n in
    let value = load(x + at, n)
    put(value * normal(value).distribution, y + at, n)
  }
}

/// dx = dy · (Φ(x) + x · φ(x))
@inline(never)
public func geluGradient(
  _ dy: Input, input x: Input, into dx: Output, count: Int, accumulate: Bool
) {
  forEachVector(count) { at, n in
    let value = load(x + at, n)
    let (distribution, density) = normal(value)
    let slope = multiplyAdd(value, density, distribution)
    put(load(dy + at, n) * slope, dx + at, n, accumulate: accumulate)
  }
}
