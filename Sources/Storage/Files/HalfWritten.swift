#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What stands beside a file while a process writes it.
struct HalfWritten {
  let path: String
  private let writer: pid_t

  private static let ending = ".partial"

  init(of path: String, by writer: pid_t) {
    self.path = "\(path).\(writer)\(Self.ending)"
    self.writer = writer
  }

  /// Those of a file, by whichever process.
  static func all(of path: String, in folder: String) -> [HalfWritten] {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return fileNames(in: folder).compactMap { writer(of: $0, for: name) }.map {
      HalfWritten(of: path, by: $0)
    }
  }

  /// Whether its writer is dead: no process has its number, and nobody on this machine, in a
  /// container of its own perhaps, holds the file locked.
  var isLeft: Bool {
    guard kill(writer, 0) == -1, errno == ESRCH else { return false }
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) == 0
  }

  /// The process in the middle of "name.123.partial".
  private static func writer(of file: String, for name: String) -> pid_t? {
    guard file.hasPrefix("\(name)."), file.hasSuffix(ending) else { return nil }
    let digits = file.dropFirst(name.count + 1).dropLast(ending.count)
    guard let number = pid_t(digits), number > 0, "\(number)" == digits else { return nil }
    return number
  }
}
