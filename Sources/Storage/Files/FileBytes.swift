#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// All bytes of a file, or of a pipe.
func fileBytes(_ path: String) throws(FileError) -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw .cannotRead(errno) }
  defer { close(descriptor) }
  guard [S_IFREG, S_IFIFO].contains(kind(of: descriptor)) else { throw .notAFile }
  var bytes: [UInt8] = []
  var part = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(descriptor, &part, part.count)
    if count == 0 { return bytes }
    guard count > 0 else {
      guard errno == EINTR else { throw .cannotRead(errno) }
      continue
    }
    bytes += part[..<count]
    guard bytes.count <= largestFile else { throw .tooLarge(largestFile) }
  }
}

private let largestFile = 1 << 31

/// Such as S_IFREG for a file.
private func kind(of descriptor: CInt) -> mode_t {
  var facts = stat()
  guard fstat(descriptor, &facts) == 0 else { return 0 }
  return facts.st_mode & S_IFMT
}
