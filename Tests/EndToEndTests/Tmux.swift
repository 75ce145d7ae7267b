import Foundation
import Testing

/// The program in tmux, a terminal that is not ours.
final class Tmux {
  private let socket = "fivemoves-\(getpid())-\(UInt32.random(in: 0...99999))"
  private static let paths = ["/usr/bin/tmux", "/usr/local/bin/tmux", "/opt/homebrew/bin/tmux"]

  init(_ arguments: String, width: Int, height: Int) throws {
    try run([
      "-f", "/dev/null", "new-session", "-d", "-s", "main", "-x", "\(width)", "-y", "\(height)",
      "LANG=C.UTF-8 sh",
    ])
    try type("clear; '\(Program.path)' \(arguments)", "Enter")
  }

  deinit { _ = try? run(["kill-server"]) }

  @discardableResult
  private func run(_ arguments: [String]) throws -> String {
    let found = Self.paths.first { FileManager.default.isExecutableFile(atPath: $0) }
    let path = try #require(found, "these tests need tmux: sudo apt-get install -y tmux")
    return try Command(["-L", socket] + arguments, of: path).output
  }

  func type(_ keys: String...) throws {
    try run(["send-keys", "-t", "main"] + keys)
  }

  func screen() throws -> String { try run(["capture-pane", "-p", "-t", "main"]) }

  /// What tmux says of the pane, such as whether the alternate screen is on.
  func value(_ format: String) throws -> String {
    try run(["display-message", "-p", "-t", "main", "#{\(format)}"])
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Looks until the screen is as wanted; the last look is returned with the verdict.
  func wait(
    within seconds: Double = 20, until isRight: (String) -> Bool
  ) throws -> (isRight: Bool, screen: String) {
    let end = now() + seconds
    var seen = try screen()
    while !isRight(seen), now() < end {
      usleep(15_000)
      seen = try screen()
    }
    return (isRight(seen), seen)
  }

  func shows(_ words: String) throws -> Bool { try wait { $0.contains(words) }.isRight }
}
