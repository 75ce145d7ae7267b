/// One operation as the tape keeps it: what it read, what it made, and how gradients return.
struct Node {
  let operation: String
  let inputs: [Tensor]
  let output: Tensor
  let back: (_ slope: UnsafeMutablePointer<Float>) -> Void
  var isUsed = false
  var isWanted = false
  /// Whether someone holds on to what it led to.
  var isKept = false
}
