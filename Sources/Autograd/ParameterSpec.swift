/// A parameter tensor that a model is to have.
public struct ParameterSpec: Sendable, Equatable {
  /// PyTorch's name for it.
  public var name: String
  public var shape: [Int]
  /// The layer it belongs to, in words for a reader.
  public var layer: String
  /// Other names that a tied tensor also has in PyTorch's `state_dict`.
  public var aliases: [String]

  public init(name: String, shape: [Int], layer: String, aliases: [String] = []) {
    self.name = name
    self.shape = shape
    self.layer = layer
    self.aliases = aliases
  }

  public var count: Int { shape.reduce(1, *) }
}
