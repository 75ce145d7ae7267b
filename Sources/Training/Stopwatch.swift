/// Seconds since it was made, by a clock that never goes back.
struct Stopwatch {
  private let start = SuspendingClock.now

  var seconds: Double { (SuspendingClock.now - start) / .seconds(1) }
}
