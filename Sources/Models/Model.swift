public import Autograd

/// A network: its parameters, and whether it is in train() or eval().
public protocol Model: AnyObject {
  var parameters: Parameters { get }
  /// The kind of network, such as "GPT".
  var kind: String { get }
  /// The function between linear layers, where the kind leaves a choice, such as "tanh".
  var activation: String? { get }
  /// Whether dropout falls.
  var isTraining: Bool { get set }
}

extension Model {
  public var activation: String? { nil }
}
