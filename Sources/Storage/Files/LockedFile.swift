import Moves
import Platform

/// A file that is open and locked, until it is let go of or the process ends, however it ends.
final class LockedFile {
  let descriptor: CInt

  /// Locks one that is open; closed it is in any case.
  init(_ descriptor: CInt, waits: Bool = false) throws(FileError) {
    self.descriptor = descriptor
    while flock(descriptor, waits ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK: throw .inUse(by: locker(of: descriptor))
      // A file system may know no locks; what it holds can be used all the same.
      default: return
      }
    }
  }

  deinit { close(descriptor) }

  /// Takes its name away while nobody else can have it; false where that cannot be done.
  func remove(_ path: String) -> Bool {
    withExtendedLifetime(self) { unlink(path.systemPath) == 0 }
  }

  /// Opens what stands at a path and locks it; nil where nothing does, unless it is to be made.
  static func at(
    _ path: String, _ access: CInt, waits: Bool = false
  ) throws(FileError) -> LockedFile? {
    for _ in 0..<mostTries {
      let descriptor = open(path.systemPath, access | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0o666)
      if descriptor < 0, [ENOENT, ENAMETOOLONG].contains(errno), access & O_CREAT == 0 {
        return nil
      }
      guard descriptor >= 0 else { throw .cannotWrite(errno) }
      do throws(FileError) {
        let file = try LockedFile(descriptor, waits: waits)
        // Before the lock was had it may have been removed, or another put in its place.
        if FileIdentity(descriptor) == FileIdentity(path) { return file }
      } catch {
        // Its holder may have put another in its place since.
        guard error == .inUse(by: nil) else { throw error }
      }
    }
    throw .inUse(by: nil)
  }

  private static let mostTries = 100
}

/// The process that holds a file locked, where the system tells, as Linux does.
private func locker(of descriptor: CInt) -> pid_t? {
  var facts = stat()
  guard fstat(descriptor, &facts) == 0, let table = try? fileBytes("/proc/locks") else {
    return nil
  }
  let device = UInt64(truncatingIfNeeded: facts.st_dev)
  let (major, minor) = (device >> 8 & 0xFFF, device & 0xFF | (device >> 12 & 0xFFF00))
  let place = "\(major.hexadecimal(digits: 2)):\(minor.hexadecimal(digits: 2)):\(facts.st_ino)"
  for line in String(decoding: table, as: UTF8.self).split(separator: "\n") {
    let words = line.split(separator: " ")
    guard words.count > 5, words[1] == "FLOCK", words[5] == place else { continue }
    return pid_t(words[4]).flatMap { $0 > 0 ? $0 : nil }
  }
  return nil
}
