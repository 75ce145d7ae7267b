import Autograd

/// The direction of the gradient, and the parameters moved along it for a moment.
struct GradientDirection {
  private let parameters: Parameters
  private let start: [Float]
  /// The gradient's share of one unit of the way; 0 where there is none.
  private let unit: [Double]
  /// Far enough that the loss changes in more than its last digits, near enough that it changes as
  /// along a straight line.
  let distance: Double

  init(of parameters: Parameters, norm: Double) {
    self.parameters = parameters
    start = Array(parameters.values)
    let length = max(norm, .leastNormalMagnitude)
    unit = parameters.tensors.flatMap { tensor in
      tensor.gradient.map { $0.map { Double($0) / length } }
        ?? Array(repeating: 0, count: tensor.count)
    }
    let size = max(squaredSum(parameters.values).squareRoot(), 1)
    distance = min(0.01 / length, 0.001 * size)
  }

  /// What `look` sees with the parameters so far along the direction.
  func away<Seen>(_ distance: Double, _ look: () -> Seen) -> Seen {
    for i in start.indices { parameters.values[i] = Float(Double(start[i]) + distance * unit[i]) }
    defer { _ = parameters.values.update(fromContentsOf: start) }
    return look()
  }
}
