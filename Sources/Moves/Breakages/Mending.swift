/// Where a run goes on when its loop is mended.
public enum Mending: Sendable, Equatable {
  /// With the parameters that the broken loop has left.
  case fromHere
  /// With those of the moment before the loop was broken.
  case fromBefore
}
