import Kernels

/// One operation as the tape keeps it: what it read, what it made, and how gradients return.
///
/// A pass is made of the same operations as the one before: its nodes are used again.
final class Node {
  /// Takes the gradient of what a node made to what it read. Where it captures nothing and finds all
  /// in the node, recording it takes no memory.
  typealias Back = (_ node: Node, _ tape: Tape, _ slope: UnsafeMutablePointer<Float>) -> Void

  private(set) var operation: StaticString = ""
  private(set) var inputs = Inputs()
  private(set) var output: Tensor?
  /// What else it needs on the way back.
  private(set) var kept = Kept()
  private(set) var back: Back = { _, _, _ in }
  var isUsed = false
  var isWanted = false
  /// Whether someone holds on to what it led to.
  var isKept = false

  /// What an operation read, in order; none reads more.
  struct Inputs {
    var first: Tensor?
    var second: Tensor?
    var third: Tensor?
    var fourth: Tensor?

    @inline(__always)
    func forEach(_ body: (Tensor) -> Void) {
      if let first { body(first) }
      if let second { body(second) }
      if let third { body(third) }
      if let fourth { body(fourth) }
    }
  }

  struct Kept {
    var tensor: Tensor?
    var tokens: [Int32] = []
    var factor: Float = 1
    var mask: DropoutMask?
    /// How many rows one sequence has, and how many heads look at it.
    var context = 1
    var heads = 1
  }

  func begin(
    _ operation: StaticString, _ inputs: consuming Inputs, _ output: Tensor,
    keeping kept: consuming Kept, back: @escaping Back
  ) {
    (self.operation, self.inputs, self.output) = (operation, inputs, output)
    (self.kept, self.back) = (kept, back)
    (isUsed, isWanted) = (false, false)
  }

  /// Lets go of all that it holds.
  func forget() {
    (inputs, output, kept) = (Inputs(), nil, Kept())
    back = { _, _, _ in }
  }
}
