public import Moves

/// What the world is asked to do.
public enum Effect: Sendable, Equatable {
  case request(Request)
  /// Give up the request in flight.
  case giveUp
  case quit
}
