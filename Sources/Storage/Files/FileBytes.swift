#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// All bytes of a file, without ever waiting for them.
func fileBytes(_ path: String) throws(FileError) -> [UInt8] {
  // Looked at before it is opened: opening a pipe would wait for somebody to write.
  var facts = stat()
  guard stat(path, &facts) == 0 else { throw .cannotRead(errno) }
  try checkKind(facts)
  let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
  guard descriptor >= 0 else { throw .cannotRead(errno) }
  defer { close(descriptor) }
  guard fstat(descriptor, &facts) == 0 else { throw .cannotRead(errno) }
  try checkKind(facts)
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

private func checkKind(_ facts: stat) throws(FileError) {
  switch facts.st_mode & S_IFMT {
  case S_IFREG: return
  case S_IFIFO: throw .pipe
  default: throw .notAFile
  }
}
