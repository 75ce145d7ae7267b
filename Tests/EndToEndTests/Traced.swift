import Foundation
import Testing

/// The program under strace, which counts what it writes to its terminal.
final class Traced {
  let program: Program
  private let log: URL

  init(_ arguments: [String]) throws {
    log = FileManager.default.temporaryDirectory
      .appendingPathComponent("fivemoves-\(UUID().uuidString).strace")
    let tracer = ["/usr/bin/strace", "/usr/local/bin/strace"]
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    let path = try #require(tracer, "these tests need strace: sudo apt-get install -y strace")
    program = try Program(
      ["-f", "-ttt", "-qq", "-e", "trace=openat,write", "-e", "signal=none", "-o", log.path]
        + [Program.path] + arguments, of: path)
  }

  deinit { try? FileManager.default.removeItem(at: log) }

  /// Every write to the terminal so far: when, and how many bytes.
  func writes() throws -> [(time: Double, count: Int)] {
    let lines = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
    // The terminal is opened anew for writing, by its name.
    let opening = try #require(lines.first { $0.contains("openat") && $0.contains("/dev/pts/") })
    let descriptor = try #require(opening.split(separator: " ").last)
    return lines.compactMap { line in
      let words = line.split(separator: " ", maxSplits: 2)
      guard words.count == 3, words[2].hasPrefix("write(\(descriptor), "),
        let time = Double(words[1]), let result = words[2].split(separator: " ").last
      else { return nil }
      return Int(result).map { (time, $0) }
    }
  }

  /// The writes that an action brings, once the screen has come to rest.
  func writes(during action: () throws -> Void) throws -> [Int] {
    program.settle()
    let before = try writes().count
    try action()
    program.settle()
    return try writes()[before...].map(\.count)
  }
}
