/// How far one layer moved in an update, and how large it was before: the norms of both.
public struct LayerUpdate: Sendable, Equatable {
  public var layer: String
  public var updateNorm: Double
  public var parameterNorm: Double

  public init(layer: String, updateNorm: Double, parameterNorm: Double) {
    self.layer = layer
    self.updateNorm = updateNorm
    self.parameterNorm = parameterNorm
  }

  /// The update for each unit of the parameters; about 0.001 is a common rule of thumb.
  public var ratio: Double { updateNorm / parameterNorm }
}
