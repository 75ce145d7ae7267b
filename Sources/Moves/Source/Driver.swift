/// Who lets a run go on.
public enum Driver: Sendable {
  case thisScreen
  /// It goes on by itself, and the newest of it is shown.
  case nobody
  /// Somebody else watches it too and came first: the newest of it is shown.
  case anotherScreen
}
