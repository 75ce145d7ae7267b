/// All parameters of a model, one after the other in one buffer, and their gradients in another.
public final class Parameters {
  public let specs: [ParameterSpec]
  public let tensors: [Tensor]
  public let values: UnsafeMutableBufferPointer<Float>
  /// Meaningful only where `hasGradient`; who writes here says so with `setHasGradient`.
  public let gradients: UnsafeMutableBufferPointer<Float>
  /// Who updates them, where they are so many that it is worth sharing.
  private(set) var pool: ThreadPool?
  private let places: [String: Int]
  private let ranges: [Range<Int>]
  private let memory = Arena()

  /// All zero, with no gradients. Names must differ, and no tensor may be empty.
  public init(_ specs: [ParameterSpec]) {
    let count = specs.reduce(0) { $0 + $1.count }
    precondition(specs.allSatisfy { $0.count > 0 }, "an empty parameter in \(specs)")
    let (values, gradients) = (memory.take(count), memory.take(count))
    values.update(repeating: 0)
    gradients.update(repeating: 0)
    var ranges: [Range<Int>] = []
    for spec in specs {
      let start = ranges.last?.upperBound ?? 0
      ranges.append(start..<start + spec.count)
    }
    tensors = zip(specs, ranges).map { [memory] spec, range in
      Tensor(
        parameter: spec.name, spec.shape,
        values: UnsafeMutableBufferPointer(rebasing: values[range]),
        gradient: UnsafeMutableBufferPointer(rebasing: gradients[range]), in: memory)
    }
    places = Dictionary(uniqueKeysWithValues: zip(specs.map(\.name), specs.indices))
    (self.specs, self.values, self.gradients, self.ranges) = (specs, values, gradients, ranges)
  }

  /// How many numbers there are.
  public var count: Int { values.count }

  public subscript(name: String) -> Tensor {
    guard let place = places[name] else { preconditionFailure("no parameter named \(name)") }
    return tensors[place]
  }

  /// Where the numbers of tensor `i` stand in `values` and `gradients`.
  public func range(of i: Int) -> Range<Int> { ranges[i] }

  /// Lets the threads of `tape` share the updates.
  public func share(with tape: Tape) { pool = tape.pool }

  public func hasGradient(_ i: Int) -> Bool { tensors[i].hasGradient }

  /// `zero_grad(set_to_none=True)`: no gradient is there until backward stores one anew.
  public func clearGradients() {
    for tensor in tensors { tensor.hasGradient = false }
  }

  /// Says whether tensor `i`'s gradient is there, for one who restores a snapshot of `gradients`.
  public func setHasGradient(_ isThere: Bool, _ i: Int) {
    tensors[i].hasGradient = isThere
    tensors[i].squaredNorm = nil
  }
}
