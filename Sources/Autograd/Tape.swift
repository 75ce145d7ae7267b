import Kernels

/// The operations of a forward pass in the order they were made, and the memory of what they made.
public final class Tape {
  let arena = Arena()
  private(set) var pool = ThreadPool(threads: 1)
  var nodes: [Node] = []
  /// Nodes that were forgotten, to be used again.
  private var spareNodes: [Node] = []
  /// What this pass made, and behind that what the one before made in the same places.
  private var tensors: [Tensor] = []
  private var tensorCount = 0
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

  /// Threads that share the work, at least 1; any number gives the same bits. To be set between passes.
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
    (spareNodes, tensors) = ([], [])
    arena.release()
  }

  func forgetPass() {
    while let node = nodes.popLast() {
      guard !node.isKept, spareNodes.count < Self.mostSpare else { continue }
      node.forget()
      spareNodes.append(node)
    }
    if tensors.count > Self.mostSpare { tensors.removeLast(tensors.count - Self.mostSpare) }
    (tensorCount, keptNumbers) = (0, 0)
    arena.reset()
  }

  /// Far more operations and tensors than a pass has; only graphs that somebody kept have more.
  private static let mostSpare = 1024

  /// Runs `body` with nothing recorded. What it makes is valid until the next `reset()`.
  public func noGrad<R>(_ body: () throws -> R) rethrows -> R {
    let before = isRecording
    isRecording = false
    defer { isRecording = before }
    return try body()
  }

  /// A tensor of given numbers that no gradient goes to.
  public func constant(_ values: [Float], shape: [Int]) -> Tensor {
    fill(output(shape), with: values)
  }

  /// The same with a shape of [rows, columns].
  public func constant(_ values: [Float], rows: Int, columns: Int) -> Tensor {
    fill(output(rows, columns), with: values)
  }

  private func fill(_ tensor: Tensor, with values: [Float]) -> Tensor {
    precondition(
      values.count == tensor.count, "\(values.count) numbers for shape \(tensor.shape)")
    _ = tensor.values.update(fromContentsOf: values)
    return tensor
  }

  /// Room for what an operation makes.
  func output(_ shape: [Int]) -> Tensor {
    if let spare = spareTensor(), spare.shape == shape { return again(spare) }
    return made(shape)
  }

  /// The same for a shape of [rows, columns], which need not be an array first.
  func output(_ rows: Int, _ columns: Int) -> Tensor {
    if let spare = spareTensor(), spare.shape.count == 2, spare.shape[0] == rows,
      spare.shape[1] == columns
    {
      return again(spare)
    }
    return made([rows, columns])
  }

  /// What the pass before made in this place, unless someone holds on to it.
  private func spareTensor() -> Tensor? {
    guard tensorCount < tensors.count, isKnownUniquelyReferenced(&tensors[tensorCount])
    else { return nil }
    return tensors[tensorCount]
  }

  private func again(_ tensor: Tensor) -> Tensor {
    tensor.begin()
    tensorCount += 1
    return tensor
  }

  private func made(_ shape: [Int]) -> Tensor {
    precondition(shape.allSatisfy { $0 > 0 }, "no tensor can have the shape \(shape)")
    let tensor = Tensor(shape, in: arena)
    if tensorCount < tensors.count {
      tensors[tensorCount] = tensor
    } else {
      tensors.append(tensor)
    }
    tensorCount += 1
    return tensor
  }

  /// Whether an operation on these will be recorded. They must be of this pass, or parameters.
  func records(_ first: Tensor, _ second: Tensor? = nil) -> Bool {
    check(first)
    if let second { check(second) }
    return isRecording && (first.needsGradient || second?.needsGradient == true)
  }

  /// Records how `output` was made from these; `back` takes its gradient to theirs.
  func record(
    _ operation: StaticString, _ output: Tensor, from first: Tensor, _ second: Tensor? = nil,
    _ third: Tensor? = nil, _ fourth: Tensor? = nil, keeping kept: Node.Kept = Node.Kept(),
    back: @escaping Node.Back
  ) -> Tensor {
    check(first)
    if let second { check(second) }
    if let third { check(third) }
    if let fourth { check(fourth) }
    guard
      isRecording,
      first.needsGradient || second?.needsGradient == true || third?.needsGradient == true
        || fourth?.needsGradient == true
    else { return output }
    output.node = nodes.count
    let node = spareNodes.popLast() ?? Node()
    node.begin(
      operation, Node.Inputs(first: first, second: second, third: third, fourth: fourth), output,
      keeping: kept, back: back)
    nodes.append(node)
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
