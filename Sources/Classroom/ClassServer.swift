public import Moves
internal import Platform
internal import Recordings
internal import Synchronization
public import Watching
internal import Wire

/// A class that is open: what its teacher's run tells goes to all who follow, on a thread of its own,
/// so that training and the teacher's screen wait for nobody.
public final class ClassServer: Sendable {
  public let code: String
  private let path: String
  private let listener: CInt
  private let wake: (read: CInt, write: CInt)
  private let stream: ClassStream
  private let version: String
  private let state = Mutex(State())

  /// More than one machine can draw for.
  static let most = 250
  /// Seconds in which whoever knocks must say what for, and how many may stand there without a word.
  private static let patience = 3.0
  private static let mostSilent = 512

  private struct State {
    var present: Present?
    var retold: Retold?
    /// How often one of them was told.
    var number = 0
    var tallying = Tallying()
    var isOver = false
    var ring: (@Sendable () -> Void)?
  }

  public init(in folder: SocketFolder, version: String) throws {
    var found: (code: String, path: String, listener: CInt)?
    for _ in 0..<100 where found == nil {
      let code = ClassCode.random()
      let path = "\(folder.path)/\(ClassCode.socket(of: code))"
      if let listener = UnixSocket.listen(at: path) {
        found = (code, path, listener)
      } else if errno != EADDRINUSE {
        throw ClassError.cannotOpen(path, String(cString: strerror(errno)).lowercased())
      }
    }
    guard let found else { throw ClassError.cannotOpen(folder.path, "too many are open") }
    (code, path, listener) = found
    self.version = version
    do { stream = try ClassStream() } catch {
      Platform.close(found.listener)
      unlink(found.path)
      throw error
    }
    var ends: [CInt] = [-1, -1]
    guard pipe(&ends) == 0 else { throw ClassError.cannotOpen(found.path, "no pipe") }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    wake = (ends[0], ends[1])
    _ = fcntl(listener, F_SETFL, O_NONBLOCK)
  }

  deinit {
    Platform.close(listener)
    Platform.close(wake.read)
    Platform.close(wake.write)
  }

  public var attendance: Attendance {
    Attendance(code: code, following: state.withLock { $0.tallying.following })
  }

  /// The answers so far to what was asked last.
  var tally: Question.Tally { state.withLock { $0.tallying.tally } }

  /// Bytes of all lines so far.
  var length: Int { stream.length }

  /// - Parameter ring: called from a thread of its own whenever somebody has come or gone.
  public func open(ring: @escaping @Sendable () -> Void) {
    state.withLock { $0.ring = ring }
    _ = OwnThread.begin { self.serve() }
  }

  /// Nobody joins any more, and those who follow are told by their sockets' end.
  public func close() {
    state.withLock { $0.isOver = true }
    unlink(path)
    knock()
  }

  /// What the screen shows now.
  public func show(_ present: Present) {
    let isNew = state.withLock { state in
      guard state.present != present else { return false }
      state.present = present
      state.tallying.follow(present.question)
      state.number += 1
      return true
    }
    if isNew { knock() }
  }

  /// What the screen was told again.
  func tell(_ retold: Retold) {
    state.withLock { state in
      state.retold = retold
      state.number += 1
    }
    knock()
  }

  /// - Returns: false where they cannot be kept.
  func append(_ lines: String) -> Bool {
    guard !lines.isEmpty else { return true }
    defer { knock() }
    return stream.append(lines)
  }

  private func knock() { _ = write(wake.write, [1], 1) }
}

/// The thread that talks to those who follow.
extension ClassServer {
  private func serve() {
    var followers: [Follower] = []
    var line: (number: Int, bytes: [UInt8]) = (0, [])
    while let told = told(&line) {
      let time = now()
      for place in followers.indices where followers[place].due(told) <= time {
        followers[place].send(told, at: time)
      }
      removeGone(&followers, time)
      wait(&followers, until: followers.map { $0.due(told) }.min() ?? .infinity)
    }
    for follower in followers { Platform.close(follower.socket) }
  }

  /// Nil once the class is over.
  private func told(_ line: inout (number: Int, bytes: [UInt8])) -> Follower.Told? {
    let known = line.number
    let (events, number, isOver) = state.withLock { state in
      let events = [state.retold.map(Line.Event.retold), state.present.map(Line.Event.present)]
      return (known == state.number ? [] : events, state.number, state.isOver)
    }
    if isOver { return nil }
    if number != line.number {
      let text = events.compactMap { $0 }.map { Line($0).text(version: version, in: nil) + "\n" }
      line = (number, Array(text.joined().utf8))
    }
    return Follower.Told(
      stream: stream, length: stream.length, toldAt: stream.toldAt, present: line.bytes,
      number: number)
  }

  private func removeGone(_ followers: inout [Follower], _ time: Double) {
    followers.removeAll { follower in
      let isLate = !follower.isJoined && time > follower.since + Self.patience
      guard follower.isGone || isLate else { return false }
      Platform.close(follower.socket)
      if let answer = follower.answer { state.withLock { $0.tallying.takeBack(answer) } }
      return true
    }
    let count = followers.count { $0.isJoined }
    let ring = state.withLock { state -> (@Sendable () -> Void)? in
      guard state.tallying.following != count else { return nil }
      state.tallying.attend(count)
      return state.ring
    }
    ring?()
  }

  private func wait(_ followers: inout [Follower], until due: Double) {
    var places = [
      pollfd(fd: listener, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wake.read, events: Int16(POLLIN), revents: 0),
    ]
    places += followers.map {
      pollfd(fd: $0.socket, events: Int16($0.isWaiting ? POLLIN | POLLOUT : POLLIN), revents: 0)
    }
    let most = followers.contains { !$0.isJoined } ? 1.0 : 60
    let seconds = min(max(due - now(), 0), most)
    guard poll(&places, nfds_t(places.count), CInt((seconds * 1000).rounded(.up))) > 0 else {
      return
    }
    var bytes = [UInt8](repeating: 0, count: 256)
    if places[1].revents != 0 { while read(wake.read, &bytes, bytes.count) > 0 {} }
    for (place, state) in places.dropFirst(2).enumerated() where state.revents != 0 {
      if state.revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 {
        followers[place].hear(stream, count)
      }
      if state.revents & Int16(POLLOUT) != 0 { followers[place].isWaiting = false }
    }
    if places[0].revents != 0 { welcome(&followers) }
  }

  /// An answer of somebody who has answered `last` before; whether it counts.
  private func count(_ answer: Tallying.Answer, last: inout Tallying.Answer?) -> Bool {
    let ring = state.withLock { state -> (@Sendable () -> Void)? in
      state.tallying.take(answer, last: &last) ? state.ring ?? {} : nil
    }
    ring?()
    return ring != nil
  }

  /// Those who say nothing keep nobody out: the first of them leaves.
  private func dropSilent(_ followers: inout [Follower]) {
    guard followers.count(where: { !$0.isJoined }) >= Self.mostSilent,
      let oldest = followers.firstIndex(where: { !$0.isJoined })
    else { return }
    Platform.close(followers.remove(at: oldest).socket)
  }

  private func welcome(_ followers: inout [Follower]) {
    while case let socket = accept(listener, nil, nil), socket >= 0 {
      _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
      let isFull = followers.count { $0.isJoined } >= Self.most
      let greeting = Greeting(code: code, isFull: isFull)
      guard isFull else {
        dropSilent(&followers)
        followers.append(Follower(socket, greeting: greeting, at: now()))
        continue
      }
      let bytes = Array(greeting.line.utf8)
      _ = send(socket, bytes, bytes.count, CInt(MSG_NOSIGNAL) | CInt(MSG_DONTWAIT))
      Platform.close(socket)
    }
  }
}
