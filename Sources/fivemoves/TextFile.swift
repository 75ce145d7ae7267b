internal import Canvas
internal import Moves
internal import Training

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The file that `--text` names, read whole and without ever waiting for it.
struct TextFile {
  private let path: String
  /// What of memory is left for it; nil where no limit is known.
  private let limit: MemoryLimit?
  private let lesson: String

  /// A text of this size is numbered in about a second and held in two bytes a character.
  static let mostBytes = 50_000_000

  init(_ path: String, for lesson: String, limit: MemoryLimit?) {
    (self.path, self.lesson, self.limit) = (path, lesson, limit)
  }

  func text() throws -> OwnText {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return try OwnText(bytes(), named: name.shown)
  }

  private func bytes() throws(TextFileError) -> [UInt8] {
    // Looked at before it is opened: opening may be an act of its own for a pipe or a device.
    var facts = stat()
    guard stat(path.systemPath, &facts) == 0 else { throw failure(errno) }
    try checkKind(facts)
    let file = open(path.systemPath, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { throw failure(errno) }
    defer { close(file) }
    guard fstat(file, &facts) == 0 else { throw failure(errno) }
    try checkKind(facts)
    guard facts.st_size <= Self.mostBytes else { throw fault(.tooLarge(Int(facts.st_size))) }
    try checkRoom(size: Int(facts.st_size), lines: 0)
    let bytes = try contents(of: file, expected: Int(facts.st_size))
    try checkRoom(size: bytes.count, lines: bytes.count { $0 == 0xA })
    return bytes
  }

  /// How many lines it has is only known when it is read.
  private func checkRoom(size: Int, lines: Int) throws(TextFileError) {
    let need = Lessons.memoryNeed(ofText: size, lines: lines, in: lesson)
    if let limit, need > limit.bytes { throw fault(.noRoom(size, need, limit)) }
  }

  private func checkKind(_ facts: stat) throws(TextFileError) {
    switch facts.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: throw fault(.directory)
    case S_IFIFO: throw fault(.pipe)
    default: throw fault(.device)
    }
  }

  /// A file may be longer than it said, or still be growing.
  private func contents(of file: CInt, expected: Int) throws(TextFileError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expected)
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(file, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(errno) }
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
      guard bytes.count <= Self.mostBytes else { throw fault(.tooLarge(bytes.count)) }
    }
  }

  private func fault(_ fault: TextFileError.Fault) -> TextFileError {
    TextFileError(path: path, fault: fault)
  }

  private func failure(_ code: CInt) -> TextFileError {
    switch code {
    case ENOENT, ENOTDIR: fault(.missing)
    case EACCES, EPERM: fault(.forbidden)
    default: fault(.unreadable(String(cString: strerror(code))))
    }
  }
}
