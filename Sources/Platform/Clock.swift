/// Seconds on a clock that never goes back, cheap enough for moves of a microsecond; its zero means
/// nothing.
public func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
}
