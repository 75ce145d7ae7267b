public import Canvas
public import Moves

/// What happened, as the app is told of it.
public enum Event: Sendable {
  /// All keys of one read of the keyboard, in order.
  case keys([Key])
  /// The screen has this size, from the start or from now on.
  case resized(width: Int, height: Int)
  /// The time the app asked to be woken at has come.
  case tick
  /// The run told of itself.
  case news(News)
  /// What came of an effect, in words.
  case answered(String)
}
