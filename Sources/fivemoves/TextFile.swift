internal import Canvas
internal import Moves
internal import Platform
internal import Training

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
    let file = try opened()
    defer { close(file.descriptor) }
    let name = (path.split(separator: "/").last.map(String.init) ?? path).shown
    var lines = LineCount(named: name, for: lesson)
    try each(of: file.descriptor) { bytes in lines.isEnough(after: bytes) }
    try lines.check()
    var reader = TextReader(named: name, expecting: file.size)
    try each(of: file.descriptor) { bytes in
      try reader.take(bytes)
      return false
    }
    return try reader.text(for: lesson)
  }

  private func opened() throws(TextFileError) -> (descriptor: CInt, size: Int) {
    // Looked at before it is opened: opening may be an act of its own for a pipe or a device.
    var facts = stat()
    guard stat(path.systemPath, &facts) == 0 else { throw failure(errno) }
    try checkKind(facts)
    let file = open(path.systemPath, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { throw failure(errno) }
    do throws(TextFileError) {
      guard fstat(file, &facts) == 0 else { throw failure(errno) }
      try checkKind(facts)
      let size = Int(facts.st_size)
      guard size <= Self.mostBytes else { throw fault(.tooLarge(size)) }
      let need = Lessons.memoryNeed(ofText: size, in: lesson)
      if let limit, need > limit.bytes { throw fault(.noRoom(size, need, limit)) }
      return (file, size)
    } catch {
      close(file)
      throw error
    }
  }

  private func checkKind(_ facts: stat) throws(TextFileError) {
    switch facts.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: throw fault(.directory)
    case S_IFIFO: throw fault(.pipe)
    default: throw fault(.device)
    }
  }

  /// From its beginning, until it ends or one piece is enough. A file may be longer than it said, or
  /// still be growing.
  private func each(of file: CInt, use: ([UInt8]) throws -> Bool) throws {
    var (piece, size) = ([UInt8](repeating: 0, count: 1 << 18), 0)
    while true {
      let count = pread(file, &piece, piece.count, size)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(errno) }
      guard count > 0 else { return }
      size += count
      guard size <= Self.mostBytes else { throw fault(.tooLarge(size)) }
      if try use(count == piece.count ? piece : Array(piece[..<count])) { return }
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
