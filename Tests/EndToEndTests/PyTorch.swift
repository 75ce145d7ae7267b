import Foundation
import Testing

/// A Python with PyTorch, and the scripts that are watched with it.
enum PyTorch {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Scripts").path

  /// As `Scripts/pytorch` makes it; FIVEMOVES_PYTHON names another one.
  static let python: String = {
    let given = ProcessInfo.processInfo.environment["FIVEMOVES_PYTHON"]
    let made = try? Command([], of: "\(folder)/pytorch").output
    return given ?? made?.trimmingCharacters(in: .whitespacesAndNewlines) ?? "python3"
  }()

  static func scripts(_ kind: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(kind)")) ?? [])
      .filter { $0.hasSuffix(".py") }.sorted()
  }

  /// Without a screen, to its end.
  static func watch(_ script: String, _ options: [String] = [], words: [String] = []) throws
    -> Command
  {
    try Command(
      ["watch", "--no-screen"] + options + ["--", python, "-W", "ignore", script] + words)
  }

  /// On a screen of its own.
  static func show(
    _ script: String, in folder: TemporaryFolder, _ options: String = ""
  ) throws -> Program {
    try Program(
      [
        "-c", "cd '\(folder.path("."))' && exec \"$0\" watch \(options) -- \(python) \(script)",
        Program.path,
      ],
      of: "/bin/sh", environment: ["HOME": NSHomeDirectory()])
  }

  /// Several at once: most of the time of each goes into importing torch.
  static func together<Result: Sendable>(
    _ names: [String], _ work: @escaping @Sendable (String) throws -> Result
  ) async throws -> [(String, Result)] {
    try await withThrowingTaskGroup(of: (String, Result).self) { group in
      var (waiting, found) = (names[...], [(String, Result)]())
      for _ in 0..<3 { waiting.popFirst().map { name in group.addTask { (name, try work(name)) } } }
      while let result = try await group.next() {
        found.append(result)
        waiting.popFirst().map { name in group.addTask { (name, try work(name)) } }
      }
      return found
    }
  }
}
