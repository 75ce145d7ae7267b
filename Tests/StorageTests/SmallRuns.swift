import Foundation
internal import Moves
internal import Testing
internal import Training

@testable internal import Storage

/// A GPT small enough to be trained in a test, with dropout on.
func smallStory(change: (inout Hyperparameters) -> Void = { _ in }) throws -> Trainer {
  var chosen = try #require(Lessons.named("story")).defaults
  (chosen.layers, chosen.heads, chosen.width, chosen.context) = (1, 2, 8, 4)
  (chosen.batchSize, chosen.microBatches, chosen.dropout) = (4, 2, 0.2)
  (chosen.evalInterval, chosen.evalBatches) = (3, 1)
  change(&chosen)
  return try Trainer(lesson: "story", hyperparameters: chosen)
}

func line(change: (inout Hyperparameters) -> Void = { _ in }) throws -> Trainer {
  var chosen = try #require(Lessons.named("line")).defaults
  change(&chosen)
  return try Trainer(lesson: "line", hyperparameters: chosen)
}

extension Trainer {
  func make(steps: Int) {
    let last = completedSteps + steps
    while completedSteps < last { _ = advance() }
  }

  func checkpoint(_ path: String = "a") -> RunFile {
    .checkpoint(snapshot(), facts, version: "1", path: path)
  }

  func parameterFile(_ path: String = "a") -> RunFile {
    .parameters(of: snapshot(), facts, version: "1", path: path)
  }
}

/// A folder that is gone after the test.
final class Folder {
  private let url = FileManager.default.temporaryDirectory
    .appendingPathComponent("storage-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
  }

  func write(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: url.appendingPathComponent(name))
  }

  func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: url.appendingPathComponent(name)))
  }
}
