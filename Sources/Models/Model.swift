public import Autograd

/// A network: its parameters, and whether it is in train() or eval().
public protocol Model: AnyObject {
  var parameters: Parameters { get }
  /// The kind of network, such as "GPT".
  var kind: String { get }
  /// Whether dropout falls.
  var isTraining: Bool { get set }
}
