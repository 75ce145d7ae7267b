internal import Platform

/// A socket that has a path, for programs on the same machine.
public enum UnixSocket {
  /// - Returns: a descriptor; nil where nobody listens there.
  public static func connect(_ path: String) -> CInt? {
    guard let descriptor = make() else { return nil }
    if withAddress(of: path, { Platform.connect(descriptor, $0, $1) }) == 0 { return descriptor }
    close(descriptor)
    return nil
  }

  /// Listens at a path that only this person may open; nil where that cannot be, as errno says.
  public static func listen(at path: String) -> CInt? {
    guard let descriptor = make() else { return nil }
    guard withAddress(of: path, { bind(descriptor, $0, $1) }) == 0,
      chmod(path, 0o600) == 0, Platform.listen(descriptor, 128) == 0
    else {
      let code = errno
      close(descriptor)
      errno = code
      return nil
    }
    return descriptor
  }

  private static func make() -> CInt? {
    #if canImport(Glibc)
      let kind = CInt(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    let descriptor = socket(AF_UNIX, kind, 0)
    guard descriptor >= 0 else { return nil }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return descriptor
  }

  private static func withAddress(
    of path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> CInt
  ) -> CInt {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else {
      errno = ENAMETOOLONG
      return -1
    }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, size) }
    }
  }
}
