/// Why backward cannot run; PyTorch raises a RuntimeError in the same places.
public enum BackwardError: Error, Equatable, CustomStringConvertible {
  case notScalar([Int])
  case alreadyUsed
  case notRecorded

  public var description: String {
    switch self {
    case .notScalar(let shape):
      "backward needs a single number, the loss, not a tensor of shape \(shape)"
    case .alreadyUsed:
      "backward already went through this graph and its values are gone; make a new forward first"
    case .notRecorded:
      "this loss has no graph to go back through; it was made under no_grad, or never made"
    }
  }
}
