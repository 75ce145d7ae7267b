public import Moves

/// What the world is asked to do.
public enum Effect: Sendable, Equatable {
  case request(Request)
  /// Give up the request in flight.
  case giveUp
  /// Keep the screen as it is now as a picture: the name that its file is to have, without an ending.
  case keepPicture(name: String)
  case quit
}
