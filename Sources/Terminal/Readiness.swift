internal import Platform

/// Which descriptors are ready after one sleep; a negative one is never ready.
struct Readiness {
  let input: Bool
  let signals: Bool
  let wake: Bool
  let output: Bool
  let hungUp: Bool

  init(input: CInt, signals: CInt, wake: CInt, output: CInt, until deadline: Double?) {
    var polled = [input, signals, wake].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    polled.append(pollfd(fd: output, events: Int16(POLLOUT), revents: 0))
    let count = poll(&polled, nfds_t(polled.count), Self.milliseconds(until: deadline))
    // An interrupted poll leaves the descriptors as they were.
    let events = polled.map { count > 0 ? CInt($0.revents) : 0 }
    let gone = POLLHUP | POLLERR | POLLNVAL
    self.input = events[0] & POLLIN != 0
    self.signals = events[1] & POLLIN != 0
    self.wake = events[2] & (POLLIN | POLLHUP) != 0
    self.output = events[3] & POLLOUT != 0
    hungUp = (events[0] | events[3]) & gone != 0
  }

  /// Rounded up, so that a deadline has passed when poll says so.
  private static func milliseconds(until deadline: Double?) -> CInt {
    guard let deadline else { return -1 }
    return CInt(min(max((deadline - now()) * 1000, 0), 1e9).rounded(.up))
  }
}
