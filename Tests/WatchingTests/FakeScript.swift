import Foundation
import Synchronization
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A script as its module for Python presents it: it greets, tells of a run, and makes a move or a
/// step of five moves for each command.
final class FakeScript: Sendable {
  let path: String
  private let server: CInt
  private let state = Mutex(State())

  private struct State {
    var commands: [String] = []
    var made = 0
    var connection: CInt = -1
  }

  static let greeting = #"{"type":"hello","protocol":1,"name":"train.py","pid":7}"#
  /// Somebody else came first.
  static let secondGreeting =
    #"{"type":"hello","protocol":1,"name":"train.py","pid":7,"drives":false}"#
  static let run = """
    {"type":"run","format":1,"facts":{"name":"train.py","told":{"optimizer":"SGD"},\
    "model":"MLP","tensors":[{"name":"0.weight","layer":"0","shape":[2,2]}]}}
    """

  /// - Parameter steps: how many it makes before it ends.
  init(steps: Int = 3, greeting: String = FakeScript.greeting, ends: Bool = true) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "fm-\(UUID())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    path = "\(folder)/s"
    server = socket(AF_UNIX, Self.kind, 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    let bound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(server, $0, size) }
    }
    try #require(bound == 0)
    listen(server, 1)
    Thread.detachNewThread { [self] in serve(steps: steps, greeting, ends) }
  }

  deinit { close(server) }

  private static var kind: CInt {
    #if canImport(Glibc)
      CInt(SOCK_STREAM.rawValue)
    #else
      SOCK_STREAM
    #endif
  }

  var commands: [String] { state.withLock { $0.commands } }
  /// Whether this command comes, which another thread reads, within five seconds.
  func isTold(_ command: String) -> Bool {
    for _ in 0..<500 where !commands.contains(command) { usleep(10_000) }
    return commands.contains(command)
  }

  /// Moves that were made.
  var made: Int { state.withLock { $0.made } }

  /// It goes on by itself for so many moves.
  func go(moves: Int) {
    let connection = state.withLock { $0.connection }
    for _ in 0..<moves { makeMove(of: 100, connection, false) }
  }

  /// It says so many lines between two moves.
  func say(_ lines: String...) {
    let connection = state.withLock { $0.connection }
    for line in lines { Self.send(line + "\n", to: connection) }
  }

  /// As kill -9 leaves it.
  func die() { shutdown(state.withLock { $0.connection }, CInt(SHUT_RDWR)) }

  private func serve(steps: Int, _ greeting: String, _ ends: Bool) {
    let connection = accept(server, nil, nil)
    state.withLock { $0.connection = connection }
    var rest: [UInt8] = []
    while let line = Self.line(from: connection, &rest) {
      state.withLock { $0.commands.append(line) }
      if line.contains("join") { Self.send("\(greeting)\n\(Self.run)\n", to: connection) }
      if line.contains("\"move\"") { makeMove(of: steps, connection, ends) }
      if line.contains("\"step\"") {
        repeat { makeMove(of: steps, connection, ends) } while made % 5 != 0
      }
    }
    close(connection)
  }

  private func makeMove(of steps: Int, _ connection: CInt, _ ends: Bool) {
    let made = state.withLock { state in
      state.made += 1
      return state.made
    }
    let (step, position) = ((made - 1) / 5 + 1, (made - 1) % 5)
    guard step <= steps else {
      if ends { Self.send(#"{"type":"end","words":"It is done."}"# + "\n", to: connection) }
      shutdown(connection, CInt(SHUT_RDWR))
      return
    }
    let move = ["zero_grad", "forward", "backward", "clip", "step"][position]
    let source = #"{"file":"train.py","line":\#(position * 2 + 11),"text":"\#(move)(…)"}"#
    var text =
      #"{"type":"move","step":\#(step),"move":"\#(move)","position":\#(position),"source":\#(source),"#
      + Self.figures[position] + "}\n"
    if position == 4 {
      text += #"{"type":"step","step":\#(step),"loss":\#(5 - step),"lr":0.1,"cost":0.01}"# + "\n"
    }
    Self.send(text, to: connection)
  }

  private static let figures = [
    #""wiped":1,"tensors":1"#, #""loss":4"#, #""gradients_before":0"#,
    #""norm_before":2,"norm":1,"max_norm":1,"factor":0.5,"clipped":true,"clipped_steps":1,"gradients":1"#,
    #""used_lr":0.1,"lr":0.1,"updated":1"#,
  ]

  private static func send(_ text: String, to connection: CInt) {
    let bytes = Array(text.utf8)
    _ = Foundation.send(connection, bytes, bytes.count, CInt(MSG_NOSIGNAL))
  }

  private static func line(from connection: CInt, _ rest: inout [UInt8]) -> String? {
    while true {
      if let end = rest.firstIndex(of: 0x0A) {
        defer { rest.removeFirst(end + 1) }
        return String(decoding: rest[..<end], as: UTF8.self)
      }
      var piece = [UInt8](repeating: 0, count: 1024)
      let count = read(connection, &piece, piece.count)
      guard count > 0 else { return nil }
      rest += piece.prefix(count)
    }
  }
}
