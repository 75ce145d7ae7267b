import Kernels

/// The operations of a forward pass in the order they were made, and the memory of what they made.
public final class Tape {
  let arena = Arena()
  private(set) var pool = ThreadPool(threads: 1)
  var nodes: [Node] = []
  /// Operations of passes before, alive because someone holds on to what they led to.
  var kept: [Node] = []
  /// Operations that would be kept too, but are only counted.
  var missing = 0
  /// Numbers in use by passes before the one in progress.
  public internal(set) var keptNumbers = 0
  public private(set) var isRecording = true
  /// Multiplications with an addition that matrix products have made on the way forward, ever; those
  /// of attention count in full, though the half that sees no later place is left out.
  public internal(set) var multiplyAdds = 0

  public init() {}

  /// Threads that share the work, 1 or 2; any number gives the same bits. To be set between passes.
  public var threads: Int {
    get { pool.threads }
    set { if newValue != threads { pool = ThreadPool(threads: newValue) } }
  }

  /// How many operations are recorded.
  public var nodeCount: Int { nodes.count }

  /// Takes memory for so many numbers at once, when the first is made; more is taken as it is needed.
  public func expect(numbers: Int) { arena.expected = max(arena.expected, numbers) }

  /// Numbers in use by tensors, their gradients and what operations keep for the way back.
  public var numbersInUse: Int { arena.used }

  /// Forgets every operation and takes all memory back: what this tape made is no longer valid.
  public func reset() {
    while kept.popLast() != nil {}
    missing = 0
    forgetPass()
  }

  /// Forgets everything as `reset` does, and gives the memory back to the system.
  public func release() {
    reset()
    arena.release()
  }

  func forgetPass() {
    while nodes.popLast() != nil {}
    keptNumbers = 0
    arena.reset()
  }

  /// Runs `body` with nothing recorded. What it makes is valid until the next `reset()`.
  public func noGrad<R>(_ body: () throws -> R) rethrows -> R {
    let before = isRecording
    isRecording = false
    defer { isRecording = before }
    return try body()
  }

  /// A tensor of given numbers that no gradient goes to.
  public func constant(_ values: [Float], shape: [Int]) -> Tensor {
    let tensor = output(shape)
    precondition(values.count == tensor.count, "\(values.count) numbers for shape \(shape)")
    _ = tensor.values.update(fromContentsOf: values)
    return tensor
  }

  /// Room for what an operation makes.
  func output(_ shape: [Int]) -> Tensor {
    precondition(shape.allSatisfy { $0 > 0 }, "no tensor can have the shape \(shape)")
    return Tensor(shape, in: arena)
  }

  /// Whether an operation on `inputs` will be recorded. They must be of this pass, or parameters.
  func records(_ inputs: Tensor...) -> Bool {
    for input in inputs { check(input) }
    return isRecording && inputs.contains { $0.needsGradient }
  }

  /// Records how `output` was made from `inputs`; `back` takes its gradient to theirs.
  func record(
    _ operation: String, _ inputs: [Tensor], _ output: Tensor,
    back: @escaping (_ slope: UnsafeMutablePointer<Float>) -> Void
  ) -> Tensor {
    inputs.forEach(check)
    guard isRecording, inputs.contains(where: \.needsGradient) else { return output }
    output.node = nodes.count
    nodes.append(Node(operation: operation, inputs: inputs, output: output, back: back))
    return output
  }

  private func check(_ tensor: Tensor) {
    precondition(
      tensor.isParameter || isCurrent(tensor),
      "a tensor of shape \(tensor.shape) is of another tape, or from before its last reset")
  }

  func isCurrent(_ tensor: Tensor) -> Bool {
    tensor.memory === arena && tensor.generation == arena.generation
  }
}
