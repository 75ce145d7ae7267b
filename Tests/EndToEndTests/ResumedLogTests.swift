import Foundation
import TerminalSupport
import Testing

extension EndToEnd {
  /// A run that goes on, and the log that it began.
  @Suite struct ResumedLogs {
    private let folder: TemporaryFolder

    init() throws {
      folder = try TemporaryFolder()
      let begun = try train("line", "--steps", "6", "--checkpoint", "kept", "--log", "log")
      #expect(begun.status == 0, "\(begun.errors)")
    }

    private func train(_ words: String...) throws -> Command {
      let files = ["kept", "log", "other", "far"]
      return try Command(["train"] + words.map { files.contains($0) ? folder.path($0) : $0 })
    }

    private func expectRefusal(_ log: String, of kept: String = "kept", saying words: String) throws
    {
      let before = try folder.bytes(log)
      let refused = try train("--resume", kept, "--steps", "20", "--log", log)
      #expect(refused.status == 1 && refused.output.isEmpty, "\(refused)")
      #expect(refused.errors.contains(words) && refused.errors.contains("a new file"), "\(refused)")
      #expect(refused.errors.split(separator: "\n").count == 1)
      #expect(try folder.bytes(log) == before)
    }

    @Test func `the log of another run is refused, and what differs is named`() throws {
      _ = try train("line", "--seed", "5", "--steps", "9", "--log", "other")
      try expectRefusal("other", saying: "its seed is 5, not 1")
      _ = try train("spiral", "--steps", "9", "--log", "other")
      try expectRefusal("other", saying: "its lesson is spiral, not line")
      _ = try train("line", "--steps", "9", "--break", "no-step", "--log", "other")
      try expectRefusal("other", saying: "its break is no-step, and this run has none")
    }

    @Test func `a log that ends before the checkpoint is refused`() throws {
      _ = try train("line", "--steps", "9", "--checkpoint", "far")
      try expectRefusal(
        "log", of: "far", saying: "it ends at step 6, and this run goes on after step 9")
    }

    @Test func `its own log goes on, and a new one begins after the step`() throws {
      for log in ["log", "other", "other"] {
        #expect(try train("--resume", "kept", "--steps", "8", "--log", log).status == 0)
        let steps = try folder.records(log).compactMap { record in
          record["type"] as? String == "step" ? record["step"] as? Int : nil
        }
        #expect(steps == (log == "log" ? Array(1...8) : [7, 8]))
      }
    }
  }
}
