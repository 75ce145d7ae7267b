import Foundation
import Watching

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Somebody at a class's socket who need not be a program of ours.
final class RawFollower {
  let socket: CInt
  private var heard: [UInt8] = []

  /// Nil where nobody listens.
  init?(at path: String, joins: Bool = true) {
    guard let socket = UnixSocket.connect(path) else { return nil }
    self.socket = socket
    if joins { send(#"{"type":"join","protocol":3}"# + "\n") }
  }

  deinit { close(socket) }

  /// - Returns: whether all of it was taken.
  @discardableResult
  func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  @discardableResult
  func send(_ bytes: [UInt8]) -> Bool {
    Glibc.send(socket, bytes, bytes.count, CInt(MSG_NOSIGNAL)) == bytes.count
  }

  /// All that comes until there is such a line; nil where it does not come.
  func lines(within seconds: Double = 5, until isLast: (String) -> Bool) -> [String]? {
    let end = Date(timeIntervalSinceNow: seconds)
    while Date() < end {
      let lines = String(decoding: heard, as: UTF8.self).split(separator: "\n").map(String.init)
      if let place = lines.firstIndex(where: isLast) { return Array(lines[...place]) }
      guard receive() else { return nil }
    }
    return nil
  }

  /// Whether the other side has hung up.
  func isHungUp(within seconds: Double = 5) -> Bool {
    let end = Date(timeIntervalSinceNow: seconds)
    while Date() < end { if !receive() { return true } }
    return false
  }

  /// False at the end.
  private func receive() -> Bool {
    var place = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    guard poll(&place, 1, 20) > 0 else { return true }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(socket, &piece, piece.count)
    guard count > 0 else { return false }
    heard += piece.prefix(count)
    return true
  }
}
