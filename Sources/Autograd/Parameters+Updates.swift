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

  /// One AdamW step of tensor `i`, whose running means are `m` and `v`; it must have a gradient.
  public func adamWStep(
    _ i: Int, m: UnsafeMutableBufferPointer<Float>, v: UnsafeMutableBufferPointer<Float>,
    _ settings: AdamWSettings, _ corrections: AdamWCorrections
  ) {
    let tensor = tensors[i]
    precondition(
      m.count == tensor.count && v.count == tensor.count,
      "\(m.count) and \(v.count) running means for \(tensor.count) numbers of \(specs[i].name)")
    guard let gradient = tensor.gradient?.baseAddress, let m = m.baseAddress, let v = v.baseAddress
    else { preconditionFailure("\(specs[i].name) has no gradient") }
    let coefficients = settings.coefficients(corrections)
    let update = { (part: Range<Int>) in
      let start = part.lowerBound
      adamWUpdate(
        tensor.base + start, gradient: gradient + start, m: m + start, v: v + start,
        count: part.count, coefficients)
    }
    guard let crew else { return update(0..<tensor.count) }
    crew.share(tensor.count, unit: 16, multiplyAdds: 16 * tensor.count) { part, _ in update(part) }
  }

  /// One step of plain gradient descent of tensor `i`, p −= lr·(g + weightDecay·p); it must have a gradient.
  public func gradientDescentStep(_ i: Int, learningRate: Double, weightDecay: Double = 0) {
    let tensor = tensors[i]
    guard let gradient = tensor.gradient?.baseAddress else {
      preconditionFailure("\(specs[i].name) has no gradient")
    }
    gradientDescentUpdate(
      tensor.base, gradient: gradient, by: Float(-learningRate), decay: Float(weightDecay),
      count: tensor.count)
  }
}
