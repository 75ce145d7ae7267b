/// A value that remembers how it was made.
public final class Tensor {
  public let shape: [Int]
  /// A parameter's name; nil for everything else.
  public let name: String?
  /// Contiguous, the last dimension fastest. An activation's values last until its tape is reset.
  public let values: UnsafeMutableBufferPointer<Float>
  /// Absent until backward fills it: None, which is not zero.
  public private(set) var gradient: UnsafeMutableBufferPointer<Float>?

  /// Whether backward has anything to find through this tensor.
  let needsGradient: Bool
  /// Where its maker stands on the tape; nil for parameters, constants and what no_grad made.
  var node: Int?
  /// Where a parameter's gradient is kept; an activation's comes from its tape.
  private let gradientStorage: UnsafeMutableBufferPointer<Float>?

  init(
    shape: [Int], name: String? = nil, values: UnsafeMutableBufferPointer<Float>,
    gradientStorage: UnsafeMutableBufferPointer<Float>? = nil, needsGradient: Bool
  ) {
    self.shape = shape
    self.name = name
    self.values = values
    self.gradientStorage = gradientStorage
    self.needsGradient = needsGradient
  }

  public var count: Int { values.count }

  /// All dimensions but the last, taken together.
  var rows: Int { shape.dropLast().reduce(1, *) }
  var columns: Int { shape.last ?? 1 }

  /// The value of a tensor that holds just one.
  public var item: Float {
    precondition(count == 1, "item needs one element, not a tensor of shape \(shape)")
    return values[0]
  }

  /// `set_to_none=True`: the gradient is gone, its memory is not touched.
  func clearGradient() { gradient = nil }

  /// Where backward writes: the first writer stores, later ones add.
  func gradientTarget(in arena: Arena) -> (start: UnsafeMutablePointer<Float>, accumulate: Bool) {
    if let gradient { return (gradient.start, true) }
    let fresh = gradientStorage ?? arena.allocate(count)
    gradient = fresh
    return (fresh.start, false)
  }

  var start: UnsafePointer<Float> { UnsafePointer(values.start) }
}

extension UnsafeMutableBufferPointer<Float> {
  /// The first element of a buffer that is never empty.
  var start: UnsafeMutablePointer<Float> {
    guard let baseAddress else { preconditionFailure("a tensor without elements") }
    return baseAddress
  }
}
