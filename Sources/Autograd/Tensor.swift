import Kernels

/// Numbers in rows that remember how they were made, so that a gradient finds its way back to them.
public final class Tensor {
  public let shape: [Int]
  /// Row-major, not copied: who writes here changes the tensor. Those that a tape made are valid until
  /// its next `reset()`.
  public private(set) var values: UnsafeMutableBufferPointer<Float>
  /// The PyTorch name of a parameter; nil for everything else.
  public let name: String?
  let isParameter: Bool
  /// Which of the tape's nodes made it; nil for parameters, constants and what `noGrad` made.
  var node: Int?
  let memory: Arena
  private(set) var generation: Int
  private var slope: UnsafeMutableBufferPointer<Float>?
  var hasGradient = false
  /// Σg², once it has been asked for; nil again when the gradient changes.
  var squaredNorm: Double?

  init(_ shape: [Int], in arena: Arena) {
    self.shape = shape
    values = arena.take(shape.reduce(1, *))
    (name, isParameter) = (nil, false)
    memory = arena
    generation = arena.generation
  }

  init(
    parameter name: String, _ shape: [Int], values: UnsafeMutableBufferPointer<Float>,
    gradient: UnsafeMutableBufferPointer<Float>, in arena: Arena
  ) {
    self.shape = shape
    self.values = values
    (self.name, isParameter) = (name, true)
    memory = arena
    generation = arena.generation
    slope = gradient
  }

  /// Begins anew as one of the same shape in the pass that its tape is in now.
  func begin() {
    values = memory.take(values.count)
    (generation, node) = (memory.generation, nil)
    (slope, hasGradient, squaredNorm) = (nil, false, nil)
  }

  public var count: Int { values.count }

  /// The gradient that backward left here; nil (PyTorch's None) where it left none.
  /// Backward leaves one in parameters alone.
  public var gradient: UnsafeMutableBufferPointer<Float>? { hasGradient ? slope : nil }

  /// The number of a tensor that has only one.
  public var item: Float {
    precondition(count == 1, "item of a tensor of shape \(shape)")
    return values[0]
  }

  var needsGradient: Bool { isParameter || node != nil }

  /// The first address of the numbers; a tensor has at least one.
  var base: UnsafeMutablePointer<Float> { values.baseAddress.unsafelyUnwrapped }

  /// Lets `write` put a gradient here, and says whether to add it to one that is there.
  func collect(_ write: (_ slope: UnsafeMutablePointer<Float>, _ adding: Bool) -> Void) {
    guard needsGradient else { return }
    let buffer = slope ?? memory.borrow(count)
    slope = buffer
    write(buffer.baseAddress.unsafelyUnwrapped, hasGradient)
    hasGradient = true
    squaredNorm = nil
  }

  /// Gives up the gradient to another tensor of as many numbers: its buffer where the other has
  /// none yet, else what it holds.
  func passGradient(to other: Tensor) {
    guard other.needsGradient, let buffer = slope, let dy = buffer.baseAddress else { return }
    guard other.slope == nil else {
      return other.collect { copied(dy, $0, count: count, adding: $1) }
    }
    (other.slope, other.hasGradient) = (buffer, true)
    (slope, hasGradient) = (nil, false)
  }

  /// Lets go of the gradient of a tensor that a tape made, as PyTorch does once it has been passed on.
  func dropGradient() {
    guard !isParameter, let buffer = slope else { return }
    memory.giveBack(buffer)
    slope = nil
    hasGradient = false
  }
}
