internal import Moves
internal import Platform
internal import Synchronization

/// Brings news from the worker to the run loop, which sleeps on `descriptor` until one comes.
final class Inbox: Sendable {
  private struct State {
    var news: [News] = []
    var isGivenUp = false
    var hasRung = false
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

  func post(_ piece: News) {
    let wasEmpty = state.withLock { state in
      state.news.append(piece)
      return state.news.count == 1
    }
    if wasEmpty { _ = write(writer, [1], 1) }
  }

  /// Somebody has something to tell, and is to be asked for it.
  func ring() {
    let isNew = state.withLock { state in
      defer { state.hasRung = true }
      return !state.hasRung
    }
    if isNew { _ = write(writer, [1], 1) }
  }

  var hasRung: Bool { state.withLock { $0.hasRung } }

  func answerBell() { state.withLock { $0.hasRung = false } }

  /// All news since the last call, in order.
  func drain() -> [News] {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(descriptor, &bytes, bytes.count) > 0 {}
    return state.withLock { state in
      defer { state.news = [] }
      return state.news
    }
  }

  /// The other way: asks the worker to give up the request it is on.
  func giveUp() { state.withLock { $0.isGivenUp = true } }

  /// Whether that was asked since the request was begun.
  var isGivenUp: Bool { state.withLock { $0.isGivenUp } }

  func beginRequest() { state.withLock { $0.isGivenUp = false } }
}
