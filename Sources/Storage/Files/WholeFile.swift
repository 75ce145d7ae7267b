#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that is there whole or not at all, whatever happens while it is written.
struct WholeFile {
  private let path: String

  /// - Throws: if nothing can be written there.
  init(_ path: String) throws(FileError) {
    self.path = Self.resolved(path)
    try check()
  }

  /// Writes beside, waits until the disk has it, and takes the name.
  func write(_ bytes: [UInt8]) throws(FileError) {
    let beside = HalfWritten(of: path, by: getpid()).path
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .cannotWrite(errno) }
    // Says until it is closed that somebody is writing.
    _ = flock(descriptor, LOCK_EX | LOCK_NB)
    var isWritten = writeAll(bytes, to: descriptor) && fsync(descriptor) == 0
    isWritten = close(descriptor) == 0 && isWritten
    guard isWritten, rename(beside, path) == 0 else {
      let code = errno
      unlink(beside)
      throw .cannotWrite(code)
    }
    keepName()
  }

  /// Removes what processes left beside it that died while they wrote there.
  func removeHalfWritten() {
    for file in HalfWritten.all(of: path, in: folder) where file.isLeft { unlink(file.path) }
  }

  /// What is there must be a file that may be replaced: renaming would replace a device too.
  private func check() throws(FileError) {
    var facts = stat()
    if stat(path, &facts) == 0 {
      guard facts.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
      guard !facts.isWriteProtected else { throw .writeProtected }
    }
    guard access(folder, W_OK | X_OK) == 0 else { throw .cannotWrite(errno) }
  }

  private var folder: String { Storage.folder(of: path) }

  /// The folder holds the name; without this the old file might be back after a power cut.
  private func keepName() {
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }

  /// Where a symbolic link leads, so that the file changes and not the link.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}

extension stat {
  /// Whether its mode lets nobody write: a system's superuser could, and renaming asks nobody.
  var isWriteProtected: Bool { st_mode & 0o222 == 0 }
}

/// Whether all bytes were taken; errno says why not.
/// - Parameter endsAtSignal: whether a wait for room ends with a signal.
func writeAll(
  _ bytes: some Collection<UInt8>, to descriptor: CInt, endsAtSignal: Bool = false
) -> Bool {
  var left = Array(bytes)[...]
  while !left.isEmpty {
    let count = left.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR, !endsAtSignal { continue }
    guard count > 0 else { return false }
    left = left.dropFirst(count)
  }
  return true
}
