/// The numbers of one AdamW update that are the same for a whole tensor.
public struct AdamWFactors {
  let decay: Float
  let first: Float
  let second: Float
  let beta2: Float
  let stepSize: Float
  let correction: Float
  let eps: Float

  /// From hyperparameters in double precision; `step` counts this tensor's updates from 1.
  /// PyTorch's `_single_tensor_adam` (torch/optim/adam.py).
  public init(
    learningRate: Double, weightDecay: Double, beta1: Double, beta2: Double, eps: Double,
    bias1: Double, bias2: Double
  ) {
    decay = Float(1 - learningRate * weightDecay)
    first = Float(1 - beta1)
    second = Float(1 - beta2)
    self.beta2 = Float(beta2)
    stepSize = Float(-(learningRate / bias1))
    correction = Float(bias2.squareRoot())
    self.eps = Float(eps)
  }
}

/// One AdamW update of a tensor's parameters p and moments m and v from its gradient g.
@inline(never)
public func adamW(
  _ p: Output, gradient g: Input, m: Output, v: Output, count: Int, factors f: AdamWFactors
) {
  forEachVector(count) { at, n in
    let slope = load(g + at, n)
    let old = load(m + at, n)
    let mean = multiplyAdd(Vector(repeating: f.first), slope - old, old)
    let square = multiplyAdd(slope * f.second, slope, load(v + at, n) * f.beta2)
    let root = square.squareRoot() / f.correction + f.eps
    put(mean, m + at, n)
    put(square, v + at, n)
    put(load(p + at, n) * f.decay + mean * f.stepSize / root, p + at, n)
  }
}

/// One SGD update: p = p − learningRate · (g + weightDecay · p).
@inline(never)
public func sgd(
  _ p: Output, gradient g: Input, count: Int, learningRate: Float, weightDecay: Float
) {
  forEachVector(count) { at, n in
    let old = load(p + at, n)
    let slope = multiplyAdd(old, Vector(repeating: weightDecay), load(g + at, n))
    put(multiplyAdd(slope, Vector(repeating: -learningRate), old), p + at, n)
  }
}
