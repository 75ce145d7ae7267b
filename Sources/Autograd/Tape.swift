/// The operations of a forward pass in the order they ran; backward is the tape reversed.
public final class Tape {
  struct Node {
    let operation: StaticString
    let output: Tensor
    let inputs: [Tensor]
    /// Brings the output's gradient home to the inputs.
    let backward: (UnsafePointer<Float>) -> Void
  }

  private var nodes: [Node] = []
  private var isSpent = false
  let arena = Arena()

  /// False under `no_grad`: values are the same, nothing is recorded, nothing kept.
  public private(set) var isRecording = true

  public init() {}

  /// Operations recorded since the last reset.
  public var nodeCount: Int { nodes.count }

  /// Bytes held for activations and their gradients.
  public var bytes: Int { arena.bytes }

  /// Forgets the graph; every activation made on this tape is gone.
  public func reset() {
    nodes.removeAll(keepingCapacity: true)
    arena.reset()
    isSpent = false
  }

  /// Runs the body without recording.
  public func noGrad<Result>(_ body: () throws -> Result) rethrows -> Result {
    let before = isRecording
    isRecording = false
    defer { isRecording = before }
    return try body()
  }

  /// A tensor that backward does not look into.
  public func constant(_ values: [Float], shape: [Int]) -> Tensor {
    precondition(
      values.count == shape.reduce(1, *), "\(values.count) values for the shape \(shape)")
    let storage = arena.allocate(values.count)
    _ = storage.update(from: values)
    return Tensor(shape: shape, values: storage, needsGradient: false)
  }

  /// An operation's output; its values are for the operation to fill.
  func output(_ shape: [Int], of inputs: [Tensor]) -> Tensor {
    let needsGradient = isRecording && inputs.contains { $0.needsGradient }
    return Tensor(
      shape: shape, values: arena.allocate(shape.reduce(1, *)), needsGradient: needsGradient)
  }

  /// Remembers how gradients return, unless nobody will ask.
  func record(
    _ operation: StaticString, _ output: Tensor, from inputs: [Tensor],
    backward: @escaping (UnsafePointer<Float>) -> Void
  ) {
    guard output.needsGradient else { return }
    output.node = nodes.count
    nodes.append(Node(operation: operation, output: output, inputs: inputs, backward: backward))
  }

  /// Where the gradient of an input is written; nil where none is wanted.
  func target(_ tensor: Tensor) -> (start: UnsafeMutablePointer<Float>, accumulate: Bool)? {
    tensor.needsGradient ? tensor.gradientTarget(in: arena) : nil
  }

  /// Fills the gradients of all parameters the loss depends on, adding to what is there.
  public func backward(_ loss: Tensor) throws(BackwardError) {
    guard loss.count == 1 else { throw .notScalar(loss.shape) }
    guard !isSpent else { throw .alreadyUsed }
    guard let last = loss.node, last < nodes.count, nodes[last].output === loss else {
      throw .notRecorded
    }
    let (seed, _) = loss.gradientTarget(in: arena)
    seed[0] = 1
    isSpent = true
    for node in nodes[...last].reversed() {
      guard let gradient = node.output.gradient else { continue }
      node.backward(UnsafePointer(gradient.start))
    }
  }

  /// Every tensor that this one was made from, itself first, each once.
  public func history(of tensor: Tensor) -> [Tensor] {
    var found = [tensor]
    var seen: Set<ObjectIdentifier> = [ObjectIdentifier(tensor)]
    var next = 0
    while next < found.count {
      for input in inputs(of: found[next]) where seen.insert(ObjectIdentifier(input)).inserted {
        found.append(input)
      }
      next += 1
    }
    return found
  }

  private func inputs(of tensor: Tensor) -> [Tensor] {
    guard let node = tensor.node, node < nodes.count, nodes[node].output === tensor else {
      return []
    }
    return nodes[node].inputs
  }
}
