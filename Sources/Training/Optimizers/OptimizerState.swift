/// What an optimizer remembers from step to step; empty for one that remembers nothing.
public struct OptimizerState: Sendable, Equatable {
  /// The running means of the gradient and of its square, flat like the parameters.
  public var m: [Float]
  public var v: [Float]
  /// Updates of each parameter tensor.
  public var steps: [Int]

  public init(m: [Float] = [], v: [Float] = [], steps: [Int] = []) {
    self.m = m
    self.v = v
    self.steps = steps
  }
}
