internal import Moves
internal import Platform
internal import Recordings
internal import Synchronization

/// The file that is replayed, or what comes through standard input, which is kept in a file of no name.
struct RecordingInput {
  let descriptor: CInt
  /// Whether somebody may still write it.
  let grows: @Sendable () -> Bool

  /// - Parameters:
  ///   - path: "-" for standard input.
  ///   - needsKeys: whether there must be a terminal beside it.
  init(_ path: String, follows: Bool, needsKeys: Bool = true) throws {
    if path == "-" {
      self = try Self.standardInput(needsKeys: needsKeys)
      return
    }
    let kind = try Self.kind(of: path, waits: follows)
    if kind == S_IFDIR { throw RecordingError(path, .isDirectory) }
    // It might never end.
    if kind == S_IFCHR || kind == S_IFBLK { throw RecordingError(path, .isDevice) }
    let file = open(path.systemPath, O_RDONLY | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { throw Self.unreadable(path) }
    if kind != S_IFREG {
      self = try Self.spooled(file, path)
      return
    }
    self.init(file) { follows }
  }

  private init(_ descriptor: CInt, grows: @escaping @Sendable () -> Bool) {
    (self.descriptor, self.grows) = (descriptor, grows)
  }

  /// - Parameter waits: whether a file that is not there yet is waited for.
  private static func kind(of path: String, waits: Bool) throws -> mode_t {
    var (facts, isWaiting) = (stat(), false)
    while stat(path.systemPath, &facts) != 0 {
      guard waits, errno == ENOENT else { throw unreadable(path) }
      if !isWaiting { Printer.error.print("Waiting for \(path.asFile); ctrl-c leaves.") }
      isWaiting = true
      usleep(100_000)
    }
    return facts.st_mode & S_IFMT
  }

  private static func unreadable(_ path: String) -> RecordingError {
    RecordingError(path, .cannotRead(String(cString: strerror(errno)).lowercased()))
  }

  /// Keys come from the terminal itself then.
  private static func standardInput(needsKeys: Bool) throws -> RecordingInput {
    if isatty(STDIN_FILENO) == 1 { throw RecordingError("-", .nothingPiped) }
    let pipe = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
    guard pipe >= 0 else { throw unreadable("-") }
    guard needsKeys else { return try spooled(pipe, "-") }
    let keys = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard keys >= 0 else { throw RecordingError("-", .noKeys) }
    dup2(keys, STDIN_FILENO)
    close(keys)
    return try spooled(pipe, "-")
  }

  private static func spooled(_ pipe: CInt, _ path: String) throws -> RecordingInput {
    let file = try NamelessFile.open(for: path)
    // The other closes its own as soon as the pipe ends.
    let own = dup(file)
    let spool = Spool(from: pipe, to: file)
    guard spool.begin() else { throw unreadable(path) }
    return RecordingInput(own) { spool.isOpen }
  }
}

/// Copies a pipe into a file, until it ends.
private final class Spool: Sendable {
  private let (source, target): (CInt, CInt)
  private let isEnded = Atomic(false)

  init(from source: CInt, to target: CInt) { (self.source, self.target) = (source, target) }

  var isOpen: Bool { !isEnded.load(ordering: .acquiring) }

  func begin() -> Bool { OwnThread.begin { self.copy() } == 0 }

  private func copy() {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(source, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0, NamelessFile.append(piece.prefix(count), to: target) else { break }
    }
    isEnded.store(true, ordering: .releasing)
    close(source)
    close(target)
  }
}
