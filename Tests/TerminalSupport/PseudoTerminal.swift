internal import Foundation

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A terminal of our own: the test sits where the person would.
package final class PseudoTerminal {
  package private(set) var master: CInt
  package private(set) var slave: CInt
  package let path: String

  package init(width: Int = 80, height: Int = 24) throws {
    (master, path) = try openMaster()
    slave = open(path, O_RDWR | O_NOCTTY)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    // A program that held its own terminal's other end would never see it close.
    for descriptor in [master, slave] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    resize(width: width, height: height)
  }

  deinit { hangUp() }

  /// The person closes the window.
  package func hangUp() {
    for descriptor in [slave, master] where descriptor >= 0 { close(descriptor) }
    slave = -1
    master = -1
  }

  package func resize(width: Int, height: Int) {
    var size = winsize(
      ws_row: UInt16(height), ws_col: UInt16(width), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(slave, UInt(TIOCSWINSZ), &size)
  }

  package func type(_ text: String) { type(Array(text.utf8)) }

  package func type(_ bytes: [UInt8]) {
    let sent = offer(bytes)
    precondition(sent == bytes.count, "the terminal took \(sent) of \(bytes.count) bytes")
  }

  /// Types as much as the terminal takes at once, and says how much that was; -1 if nothing.
  package func offer(_ bytes: [UInt8]) -> Int { write(master, bytes, bytes.count) }

  /// All that the program has written by now, give or take what is still on its way.
  package func output(within milliseconds: CInt = 20) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    while poll(&ready, 1, milliseconds) > 0, case let count = read(master, &chunk, chunk.count),
      count > 0
    {
      bytes += chunk[..<count]
    }
    return bytes
  }

  /// Waits until the program has written something, no longer than that.
  package func isReady(within milliseconds: CInt) -> Bool {
    var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    return poll(&ready, 1, milliseconds) > 0
  }

  package func text() -> String { String(decoding: output(), as: UTF8.self) }

  /// Every setting of the terminal, byte for byte.
  package var modes: [UInt8] {
    var modes = termios()
    tcgetattr(slave, &modes)
    return withUnsafeBytes(of: &modes) { Array($0.prefix(36)) }
  }
}

#if canImport(Glibc)
  /// What posix_openpt and its kin do, which Glibc's module does not show.
  private func openMaster() throws -> (CInt, String) {
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    let (unlock, askNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
    var locked: CInt = 0
    var number: CUnsignedInt = 0
    guard ioctl(master, unlock, &locked) == 0, ioctl(master, askNumber, &number) == 0 else {
      throw POSIXError(.ENXIO)
    }
    return (master, "/dev/pts/\(number)")
  }
#else
  private func openMaster() throws -> (CInt, String) {
    let master = posix_openpt(O_RDWR | O_NOCTTY)
    guard grantpt(master) == 0, unlockpt(master) == 0, let name = ptsname(master) else {
      throw POSIXError(.ENXIO)
    }
    return (master, String(cString: name))
  }
#endif
