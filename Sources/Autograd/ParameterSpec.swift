/// A parameter tensor that a model is to have.
public struct ParameterSpec: Sendable, Equatable {
  /// PyTorch's name for it.
  public var name: String
  public var shape: [Int]
  /// The layer it belongs to, in words for a reader.
  public var layer: String

  public init(name: String, shape: [Int], layer: String) {
    self.name = name
    self.shape = shape
    self.layer = layer
  }

  public var count: Int { shape.reduce(1, *) }
}
