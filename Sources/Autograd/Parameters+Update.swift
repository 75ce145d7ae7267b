internal import Kernels

extension Parameters {
  /// One AdamW update of tensor i, whose moments stand at its range of m and v.
  ///
  /// Only for a tensor that has a gradient; PyTorch's `_single_tensor_adam` (torch/optim/adam.py).
  /// `bias1` and `bias2` are 1 − βᵗ at this tensor's update t, counted from 1.
  public func updateAdamW(
    _ i: Int, m: UnsafeMutableBufferPointer<Float>, v: UnsafeMutableBufferPointer<Float>,
    learningRate: Double, weightDecay: Double, beta1: Double, beta2: Double, eps: Double,
    bias1: Double, bias2: Double
  ) {
    let tensor = tensors[i]
    guard let gradient = tensor.gradient else {
      preconditionFailure("AdamW on \(specs[i].name), which has no gradient")
    }
    precondition(
      m.count == count && v.count == count, "moments of \(m.count) for \(count) parameters")
    let place = range(of: i).lowerBound
    adamW(
      tensor.values.start, gradient: UnsafePointer(gradient.start), m: m.start + place,
      v: v.start + place, count: tensor.count,
      factors: AdamWFactors(
        learningRate: learningRate, weightDecay: weightDecay, beta1: beta1, beta2: beta2, eps: eps,
        bias1: bias1, bias2: bias2))
  }

  /// One SGD update of tensor i: p = p − learningRate · (gradient + weightDecay · p).
  public func updateSGD(_ i: Int, learningRate: Double, weightDecay: Double) {
    let tensor = tensors[i]
    guard let gradient = tensor.gradient else {
      preconditionFailure("SGD on \(specs[i].name), which has no gradient")
    }
    sgd(
      tensor.values.start, gradient: UnsafePointer(gradient.start), count: tensor.count,
      learningRate: Float(learningRate), weightDecay: Float(weightDecay))
  }

  /// The sum of squares of values − old, and the parameter that moved farthest.
  public func change(
    since old: UnsafeMutableBufferPointer<Float>
  ) -> (squares: Double, place: Int) {
    precondition(old.count == count, "\(old.count) old values for \(count) parameters")
    let (squares, _, place) = distance(
      UnsafePointer(values.start), UnsafePointer(old.start), count: count)
    return (squares, place)
  }

  /// The sum of squares of all parameters.
  public var squaredNorm: Double {
    Kernels.squaredNorm(UnsafePointer(values.start), count: count)
  }
}
