import Foundation

/// A folder for the files of one test, gone after it.
final class TemporaryFolder {
  private let url = FileManager.default.temporaryDirectory
    .appendingPathComponent("fivemoves-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }
  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }
  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: url.appendingPathComponent(name))
  }
  func write(_ bytes: Data, _ name: String) throws {
    try bytes.write(to: url.appendingPathComponent(name))
  }

  /// Trains in the folder, so that a name alone is a path; a shell reads the words.
  func train(_ words: String) throws -> Command {
    let line = "cd '\(path("."))' && exec \"$0\" train \(words)"
    return try Command(["-c", line, Program.path], of: "/bin/sh")
  }

  /// The values of a file of JSON lines.
  func records(_ name: String) throws -> [[String: Any]] {
    try String(decoding: bytes(name), as: UTF8.self).split(separator: "\n").map { line in
      let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
      return value as? [String: Any] ?? [:]
    }
  }

  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
  }
}

/// A GPT that takes less than a millisecond a step, with dropout.
let smallStory = [
  "train", "story", "--layers", "1", "--heads", "2", "--width", "16", "--context", "8",
  "--batch-size", "4", "--micro-batches", "2", "--dropout", "0.2", "--eval-batches", "1",
  "--eval-interval", "50",
]
