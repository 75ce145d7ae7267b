internal import Kernels

/// A parameter tensor to be made: its PyTorch name, shape and the layer it belongs to.
public struct ParameterSpec: Sendable, Equatable {
  public var name: String
  public var shape: [Int]
  public var layer: String

  public init(_ name: String, _ shape: [Int], layer: String) {
    self.name = name
    self.shape = shape
    self.layer = layer
  }

  public var count: Int { shape.reduce(1, *) }
}

/// All parameters of a model: values and gradients in one flat buffer each, in order.
public final class Parameters {
  public let specs: [ParameterSpec]
  public let tensors: [Tensor]
  public let values: UnsafeMutableBufferPointer<Float>
  /// Meaningful only where `hasGradient` says so.
  public let gradients: UnsafeMutableBufferPointer<Float>
  private let ranges: [Range<Int>]

  public init(_ specs: [ParameterSpec]) {
    self.specs = specs
    var end = 0
    let ranges = specs.map { spec in
      defer { end += spec.count }
      return end..<(end + spec.count)
    }
    self.ranges = ranges
    let values = Self.zeros(end)
    let gradients = Self.zeros(end)
    (self.values, self.gradients) = (values, gradients)
    tensors = zip(specs, ranges).map { spec, range in
      Tensor(
        shape: spec.shape, name: spec.name,
        values: UnsafeMutableBufferPointer(rebasing: values[range]),
        gradientStorage: UnsafeMutableBufferPointer(rebasing: gradients[range]),
        needsGradient: true)
    }
  }

  deinit {
    values.deallocate()
    gradients.deallocate()
  }

  /// How many parameters there are in all.
  public var count: Int { values.count }

  public subscript(name: String) -> Tensor {
    guard let index = specs.firstIndex(where: { $0.name == name }) else {
      preconditionFailure("no parameter is called \(name)")
    }
    return tensors[index]
  }

  /// Where tensor i stands in the flat buffers.
  public func range(of i: Int) -> Range<Int> { ranges[i] }

  public func hasGradient(_ i: Int) -> Bool { tensors[i].gradient != nil }

  /// `zero_grad(set_to_none=True)`: every gradient is None; nothing is written.
  public func clearGradients() {
    for tensor in tensors { tensor.clearGradient() }
  }

  /// The sum of the squares of tensor i's gradient; 0 where it has none.
  public func squaredGradientNorm(of i: Int) -> Double {
    guard let gradient = tensors[i].gradient else { return 0 }
    return Kernels.squaredNorm(UnsafePointer(gradient.start), count: gradient.count)
  }

  /// Multiplies every gradient there is by one factor.
  public func scaleGradients(by factor: Float) {
    for tensor in tensors {
      guard let gradient = tensor.gradient else { continue }
      scale(
        UnsafePointer(gradient.start), by: factor, into: gradient.start, count: gradient.count,
        accumulate: false)
    }
  }

  private static func zeros(_ count: Int) -> UnsafeMutableBufferPointer<Float> {
    let buffer = UnsafeMutableBufferPointer<Float>.allocate(capacity: max(count, 1))
    buffer.initialize(repeating: 0)
    return UnsafeMutableBufferPointer(rebasing: buffer[0..<count])
  }
}
