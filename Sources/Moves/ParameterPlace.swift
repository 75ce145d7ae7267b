/// One parameter: which tensor of the model, and which element of it in row-major order.
public struct ParameterPlace: Sendable, Hashable {
  public var tensor: Int
  public var element: Int

  public init(tensor: Int, element: Int) {
    self.tensor = tensor
    self.element = element
  }
}

/// A watched parameter as a move left it.
public struct WatchedParameter: Sendable, Equatable {
  public var place: ParameterPlace
  public var value: Float
  /// Nil where there is none, which is not zero.
  public var gradient: Float?

  public init(place: ParameterPlace, value: Float, gradient: Float?) {
    self.place = place
    self.value = value
    self.gradient = gradient
  }
}
