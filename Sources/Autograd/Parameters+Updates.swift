import Kernels

extension Parameters {
  /// Σg² of tensor `i`, in double precision; 0 where there is no gradient.
  public func squaredNorm(of i: Int) -> Double {
    guard let gradient = tensors[i].gradient else { return 0 }
    if let known = tensors[i].squaredNorm { return known }
    let sum = squaredSum(gradient)
    tensors[i].squaredNorm = sum
    return sum
  }

  /// Every gradient that is there, multiplied by `factor`.
  public func scaleGradients(by factor: Float) {
    guard factor != 1 else { return }
    for tensor in tensors {
      guard let slope = tensor.gradient?.baseAddress else { continue }
      tensor.squaredNorm = scaledSquares(slope, by: factor, count: tensor.count)
    }
  }

  /// Calls `body` for each stretch of tensor `i`, a large tensor's on all threads. What is done to a
  /// stretch, one thing after the other, finds it in the cache.
  ///
  /// - Parameter body: gets the stretch's number and the places of its numbers in the tensor.
  public func inStretches(of i: Int, _ body: (_ stretch: Int, _ part: Range<Int>) -> Void) {
    func some(_ stretches: Range<Int>) {
      for stretch in stretches { body(stretch, self.stretch(stretch, of: i)) }
    }
    let stretches = stretchCount(of: i)
    guard let pool, stretches > 1 else { return some(0..<stretches) }
    pool.share(stretches, multiplyAdds: 16 * tensors[i].count) { part, _ in some(part) }
  }

  /// How many stretches tensor `i` has.
  public func stretchCount(of i: Int) -> Int {
    (tensors[i].count + Self.stretch - 1) / Self.stretch
  }

  /// The places of a stretch's numbers in tensor `i`.
  public func stretch(_ number: Int, of i: Int) -> Range<Int> {
    let start = number * Self.stretch
    return start..<min(start + Self.stretch, tensors[i].count)
  }

  /// Few enough numbers that an update's five arrays of them lie in a first-level cache.
  private static let stretch = 1024

  /// One AdamW step of the numbers `part` of tensor `i`, whose running means are `m` and `v`; it must
  /// have a gradient. `old` receives the numbers as they were.
  @discardableResult
  public func adamWStep(
    _ i: Int, _ part: Range<Int>, m: UnsafeMutableBufferPointer<Float>,
    v: UnsafeMutableBufferPointer<Float>, old: UnsafeMutableBufferPointer<Float>,
    _ settings: AdamWSettings, _ corrections: AdamWCorrections
  ) -> Change {
    let tensor = tensors[i]
    precondition(
      m.count == tensor.count && v.count == tensor.count && old.count == tensor.count,
      "\(m.count) and \(v.count) running means for \(tensor.count) numbers of \(specs[i].name)")
    guard let gradient = tensor.gradient?.baseAddress, let m = m.baseAddress, let v = v.baseAddress,
      let old = old.baseAddress
    else { preconditionFailure("\(specs[i].name) has no gradient") }
    let start = part.lowerBound
    let (movement, kept) = adamWUpdate(
      tensor.base + start, gradient: gradient + start, m: m + start, v: v + start,
      old: old + start, count: part.count, settings.coefficients(corrections))
    return Change(movement, kept: kept)
  }

  /// One step of plain gradient descent of the numbers `part` of tensor `i`, p −= lr·(g + weightDecay·p);
  /// it must have a gradient. `old` receives the numbers as they were.
  @discardableResult
  public func gradientDescentStep(
    _ i: Int, _ part: Range<Int>, old: UnsafeMutableBufferPointer<Float>, learningRate: Double,
    weightDecay: Double = 0
  ) -> Change {
    let tensor = tensors[i]
    precondition(old.count == tensor.count, "\(old.count) numbers kept of \(tensor.count)")
    guard let gradient = tensor.gradient?.baseAddress, let old = old.baseAddress else {
      preconditionFailure("\(specs[i].name) has no gradient")
    }
    let start = part.lowerBound
    let movement = gradientDescentUpdate(
      tensor.base + start, gradient: gradient + start, old: old + start,
      by: Float(-learningRate), decay: Float(weightDecay), count: part.count)
    return Change(movement)
  }
}
