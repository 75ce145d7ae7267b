internal import Autograd

extension BackwardError {
  /// What a learner should know; PyTorch raises a RuntimeError in the same places.
  var description: String {
    switch self {
    case .notScalar:
      "backward needs a single number to go back from, the loss."
    case .alreadyUsed:
      "backward already went through this graph, and its values are gone: forward must come first."
    case .notRecorded:
      "There is no graph to go back through: no forward came before, or it ran under no_grad."
    }
  }
}
