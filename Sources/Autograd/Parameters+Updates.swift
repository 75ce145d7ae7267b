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
    adamWUpdate(
      tensor.base, gradient: gradient, m: m, v: v, count: tensor.count,
      settings.coefficients(corrections))
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
