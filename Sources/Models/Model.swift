public import Autograd

/// A network: its parameters, and whether it is being trained.
public protocol Model: AnyObject {
  /// The kind of network in a word, such as "GPT".
  var kind: String { get }
  var parameters: Parameters { get }
  /// `train()` and `eval()`: dropout works in training only.
  var isTraining: Bool { get set }
}
