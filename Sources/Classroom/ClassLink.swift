internal import Moves
internal import Platform
internal import Recordings
internal import Synchronization
public import Watching
internal import Wire

/// A student's end of a class: what is told is kept in a file of no name.
public final class ClassLink: Sendable {
  public let code: String
  private let socket: CInt
  private let state: Mutex<State>

  fileprivate struct State {
    var isOpen = true
    var present: Present?
    var retold: Retold?
    /// The newest lines of both, until somebody wants to know.
    var unread: [ArraySlice<UInt8>] = [[], []]
    /// The lines, and how often they began afresh.
    var spool: CInt
    var number = 0
    var ring: (@Sendable () -> Void)?
  }

  private static let longestGreeting = 1 << 12
  /// A stopped teacher's program does not answer.
  private static let patience = 5.0

  /// Joins a class in this folder.
  /// - Parameter word: its code; nil where there is only one.
  public convenience init(to word: String?, in folder: SocketFolder) throws {
    let open = Self.openClasses(in: folder)
    defer { for other in open { close(other.socket) } }
    let code = word.map(ClassCode.read)
    let codes = open.map(\.code)
    guard !open.isEmpty else { throw ClassError.noClass }
    guard code != nil || open.count == 1 else { throw ClassError.several(codes) }
    guard let chosen = open.first(where: { $0.code == code ?? codes[0] }) else {
      throw ClassError.unknown(word ?? "", codes)
    }
    try self.init(chosen.code, dup(chosen.socket))
  }

  /// A socket that nobody listens at any more was left by a killed teacher.
  private static func openClasses(in folder: SocketFolder) -> [(code: String, socket: CInt)] {
    folder.names(from: "class-", to: ".sock").compactMap { name in
      let path = "\(folder.path)/\(name)"
      if let socket = UnixSocket.connect(path) {
        return (ClassCode.code(ofSocket: name), socket)
      }
      if errno == ECONNREFUSED { unlink(path) }
      return nil
    }
  }

  private init(_ code: String, _ socket: CInt) throws {
    (self.code, self.socket) = (code, socket)
    _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
    do {
      let greeting = try Self.greeting(from: socket, code)
      guard !greeting.isFull else { throw ClassError.full(code) }
      state = Mutex(State(spool: try NamelessFile.open(for: "class \(code)")))
    } catch {
      close(socket)
      throw error
    }
    send(#"{"type":"join","protocol":\#(Greeting.newest)}"#)
  }

  deinit {
    close(socket)
    close(state.withLock { $0.spool })
  }

  /// The first line; nothing follows it before one has joined.
  private static func greeting(from socket: CInt, _ code: String) throws(ClassError) -> Greeting {
    var text: [UInt8] = []
    let end = now() + patience
    while text.count < longestGreeting, now() < end {
      var place = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
      guard poll(&place, 1, 100) > 0 else { continue }
      var piece = [UInt8](repeating: 0, count: longestGreeting)
      let count = read(socket, &piece, piece.count)
      guard count > 0 else { break }
      text += piece.prefix(count)
      if let end = text.firstIndex(of: 0x0A), let greeting = try Greeting(text[..<end]) {
        return greeting
      }
    }
    throw .lost(code)
  }

  var isOpen: Bool { state.withLock { $0.isOpen } }
  var present: Present? {
    state.withLock { state in
      state.read()
      return state.present
    }
  }
  var retold: Retold? {
    state.withLock { state in
      state.read()
      return state.retold
    }
  }
  /// How often the lines began afresh.
  var number: Int { state.withLock { $0.number } }
  /// The file that the lines are kept in, for a reader of its own.
  func copyOfSpool() -> CInt { state.withLock { dup($0.spool) } }

  func send(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    _ = Platform.send(socket, bytes, bytes.count, CInt(MSG_NOSIGNAL) | CInt(MSG_DONTWAIT))
  }

  /// - Parameter ring: called from a thread of its own whenever something has come.
  public func open(ring: @escaping @Sendable () -> Void) {
    state.withLock { $0.ring = ring }
    ring()
  }

  /// Begins to keep what comes.
  func begin() {
    if OwnThread.begin({ self.receive() }) != 0 { state.withLock { $0.isOpen = false } }
  }

  public func leave() { shutdown(socket, CInt(SHUT_RDWR)) }
}

extension ClassLink.State {
  fileprivate mutating func read() {
    for place in unread.indices where !unread[place].isEmpty {
      switch try? Line.read(unread[place], in: nil).event {
      case .present(let present)?: self.present = present
      case .retold(let retold)?: self.retold = retold
      default: break
      }
      unread[place] = []
    }
  }
}

/// The thread that takes in what is told.
extension ClassLink {
  private func receive() {
    var (rest, piece): ([UInt8], [UInt8]) = ([], [UInt8](repeating: 0, count: 1 << 16))
    while true {
      let count = read(socket, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      rest += piece.prefix(count)
      guard let end = rest.lastIndex(of: 0x0A) else { continue }
      guard take(rest[...end]) else { break }
      rest.removeFirst(end + 1)
      state.withLock { $0.ring }?()
    }
    state.withLock { $0.isOpen = false }
    state.withLock { $0.ring }?()
  }

  /// Whole lines: all are kept but for what counts only now.
  private func take(_ lines: ArraySlice<UInt8>) -> Bool {
    var kept: [UInt8] = []
    for line in lines.split(separator: 0x0A) {
      if let place = Self.newestStarts.firstIndex(where: { line.starts(with: $0) }) {
        guard keep(kept) else { return false }
        kept = []
        state.withLock { $0.unread[place] = line }
      } else if line.elementsEqual(Follower.afresh.utf8) {
        kept = []
        guard beginAfresh() else { return false }
      } else {
        kept += line + [0x0A]
      }
    }
    return keep(kept)
  }

  /// Of these the newest counts.
  private static let newestStarts = ["present", "retold"].map { Array(#"{"type":"\#($0)""#.utf8) }

  private func keep(_ lines: [UInt8]) -> Bool {
    lines.isEmpty || NamelessFile.append(lines, to: state.withLock { $0.spool })
  }

  private func beginAfresh() -> Bool {
    guard let spool = try? NamelessFile.open(for: "class \(code)") else { return false }
    state.withLock { state in
      close(state.spool)
      (state.spool, state.present, state.retold) = (spool, nil, nil)
      state.unread = [[], []]
      state.number += 1
    }
    return true
  }
}
