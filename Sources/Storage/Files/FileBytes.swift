import Moves
import Platform

/// All bytes of a file, without ever waiting for them, or its first ones.
func fileBytes(_ path: String, first count: Int = largestFile) throws(FileError) -> [UInt8] {
  // Looked at before it is opened: opening a pipe would wait for somebody to write.
  var facts = stat()
  guard stat(path.systemPath, &facts) == 0 else { throw .cannotRead(errno) }
  try checkKind(facts)
  let descriptor = open(path.systemPath, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
  guard descriptor >= 0 else { throw .cannotRead(errno) }
  defer { close(descriptor) }
  guard fstat(descriptor, &facts) == 0 else { throw .cannotRead(errno) }
  try checkKind(facts)
  guard facts.st_size < largestFile else { throw .tooLarge(largestFile) }
  var bytes: [UInt8] = []
  // Growing by itself it would hold up to three times as much.
  bytes.reserveCapacity(min(Int(facts.st_size), count))
  var part = [UInt8](repeating: 0, count: 1 << 16)
  while bytes.count < count {
    let taken = read(descriptor, &part, min(part.count, count - bytes.count))
    if taken == 0 { return bytes }
    guard taken > 0 else {
      guard errno == EINTR else { throw .cannotRead(errno) }
      continue
    }
    bytes += part[..<taken]
  }
  guard bytes.count < largestFile else { throw .tooLarge(largestFile) }
  return bytes
}

/// How many bytes it has, as far as the system tells.
func fileSize(_ path: String) -> Int? {
  var facts = stat()
  return stat(path.systemPath, &facts) == 0 ? Int(facts.st_size) : nil
}

private let largestFile = 1 << 31

private func checkKind(_ facts: stat) throws(FileError) {
  switch facts.st_mode & S_IFMT {
  case S_IFREG: return
  case S_IFIFO: throw .pipe
  case S_IFDIR: throw .directory
  default: throw .notAFile
  }
}
