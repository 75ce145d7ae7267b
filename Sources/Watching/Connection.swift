internal import Platform
internal import Recordings
internal import Synchronization

/// A script's socket: what it tells is kept in a file of no name, and commands go the other way.
public final class Connection: Sendable {
  private let socket: CInt
  private let target: CInt
  /// Written to whenever something has come.
  private let wake: (read: CInt, write: CInt)
  private let state = Mutex(State())
  private static let largestGreeting = 1 << 16

  private struct State {
    var isOpen = true
  }

  public let greeting: Greeting

  /// A socket that was knocked at, and what has yet to be said there.
  public struct Knock: Sendable {
    let socket: CInt
    let path: String

    /// - Parameter isPatient: whether nothing may be lost: the script waits where this side is slow.
    /// - Parameter wantsMoves: whether every single move is told at any pace.
    /// - Parameter end: how many steps it is to make and no more: then it waits to be ended.
    /// - Parameter isFree: whether it is only read, and never held.
    /// - Returns: nil where nobody listens there.
    public init?(
      _ path: String, isPatient: Bool, wantsMoves: Bool = false, isFree: Bool = false,
      end: Int? = nil
    ) {
      guard let socket = UnixSocket.connect(path) else { return nil }
      (self.socket, self.path) = (socket, path)
      Connection.write(
        #"{"do":"join","patient":\#(isPatient),"moves":\#(wantsMoves),"drives":\#(!isFree)"#
          + (end.map { #","until":\#($0)"# } ?? "") + "}\n",
        to: socket)
    }

    /// Whether somebody has answered, after at most so long.
    public func isAnswered(within seconds: Double) -> Bool {
      var place = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
      return poll(&place, 1, CInt(seconds * 1000)) > 0
    }

    public func leave() { close(socket) }
  }

  /// - Parameter spool: a descriptor for the lines that come, closed in the end.
  public init(_ knock: Knock, spool: CInt) throws(WatchError) {
    var ends: [CInt] = [-1, -1]
    guard pipe(&ends) == 0 else { throw WatchError.folder("a pipe", errno.words) }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (socket, target, wake) = (knock.socket, spool, (ends[0], ends[1]))
    var rest: [UInt8] = []
    greeting = try Self.greeting(from: socket, knock.path, &rest)
    _ = NamelessFile.append(rest, to: spool)
  }

  deinit {
    close(socket)
    close(target)
    close(wake.read)
    close(wake.write)
  }

  public var isOpen: Bool { state.withLock { $0.isOpen } }

  /// The first line; what has come behind it is handed back.
  private static func greeting(
    from socket: CInt, _ path: String, _ rest: inout [UInt8]
  ) throws(WatchError) -> Greeting {
    var text: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4096)
    while text.count < largestGreeting {
      let count = read(socket, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      text += piece.prefix(count)
      guard let end = text.firstIndex(of: 0x0A) else { continue }
      rest = Array(text[(end + 1)...])
      guard let greeting = try Greeting(text[..<end]) else { break }
      return greeting
    }
    throw .lost(path)
  }

  /// The file that what comes is kept in, for a reader of its own.
  func copyOfSpool() -> CInt { dup(target) }

  /// Begins to keep what comes.
  public func begin() {
    if OwnThread.begin({ self.copy() }) != 0 { state.withLock { $0.isOpen = false } }
  }

  private func copy() {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(socket, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0, NamelessFile.append(piece.prefix(count), to: target) else { break }
      _ = Platform.write(wake.write, [1], 1)
    }
    state.withLock { $0.isOpen = false }
    _ = Platform.write(wake.write, [1], 1)
  }

  /// Waits until something has come, at most so long.
  func wait(_ seconds: Double) {
    var place = pollfd(fd: wake.read, events: Int16(POLLIN), revents: 0)
    guard poll(&place, 1, CInt(seconds * 1000)) > 0 else { return }
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(wake.read, &bytes, bytes.count) > 0 {}
  }

  func send(_ command: Command) { Self.write(command.line, to: socket) }

  private static func write(_ text: String, to socket: CInt) {
    let bytes = Array(text.utf8)
    _ = Platform.send(socket, bytes, bytes.count, CInt(MSG_NOSIGNAL))
  }

  /// The script goes on as if nobody had watched.
  public func leave() { shutdown(socket, CInt(SHUT_RDWR)) }
}

/// What a script is asked for.
enum Command {
  case move
  /// Up to so many completed steps, for at most so long.
  case step(to: Int, seconds: Double?)
  case pause

  var line: String {
    switch self {
    case .move: #"{"do":"move"}"# + "\n"
    case .step(let goal, let seconds):
      #"{"do":"step","to":\#(min(goal, 1_000_000_000_000))"#
        + (seconds.map { #","seconds":\#($0)"# } ?? "") + "}\n"
    case .pause: #"{"do":"pause"}"# + "\n"
    }
  }
}
