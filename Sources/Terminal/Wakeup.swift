public import Canvas

/// What ended a wait.
public struct Wakeup: Sendable, Equatable {
  /// All keys that had arrived, in order.
  public var keys: [Key] = []
  /// The window has another size.
  public var resized = false
  /// The caller's own descriptor can be read.
  public var woken = false
  /// Signals for the caller: SIGINT, SIGTERM, SIGHUP, SIGQUIT, and SIGTSTP, which asks for
  /// `suspend()`.
  public var signals: [CInt] = []
  /// The terminal is gone.
  public var hungUp = false
  /// The deadline passed and nothing else happened.
  public var timedOut = false

  public init() {}

  var isEmpty: Bool { self == Wakeup() }
}
