internal import Synchronization
internal import Visualizer

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Brings events from the worker to the run loop, which sleeps on `descriptor` until one comes.
final class Inbox: Sendable {
  private struct State {
    var events: [Event] = []
    var isTurningBack = false
  }

  private let state = Mutex(State())
  private let writer: CInt
  let descriptor: CInt

  init() throws(StartError) {
    var ends: [CInt] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .noPipe(errno) }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (descriptor, writer) = (ends[0], ends[1])
  }

  deinit {
    close(writer)
    close(descriptor)
  }

  func post(_ event: Event) {
    let wasEmpty = state.withLock { state in
      state.events.append(event)
      return state.events.count == 1
    }
    if wasEmpty { _ = write(writer, [1], 1) }
  }

  /// All events since the last call, in order.
  func drain() -> [Event] {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(descriptor, &bytes, bytes.count) > 0 {}
    return state.withLock { state in
      defer { state.events = [] }
      return state.events
    }
  }

  /// The other way: asks the worker to give up the journey it is on.
  func turnBack() { state.withLock { $0.isTurningBack = true } }

  /// Whether that was asked since the journey began.
  var isTurningBack: Bool { state.withLock { $0.isTurningBack } }

  func beginJourney() { state.withLock { $0.isTurningBack = false } }
}
