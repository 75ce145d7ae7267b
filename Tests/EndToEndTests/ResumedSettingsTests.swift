import Foundation
import TerminalSupport
import Testing

extension EndToEnd {
  /// A run that goes on with other settings than it was begun with.
  @Suite struct ResumedSettings {
    private let folder: TemporaryFolder
    private let kept: String

    init() throws {
      folder = try TemporaryFolder()
      kept = folder.path("kept")
    }

    private func train(_ words: String...) throws -> Command {
      try Command(["train"] + words)
    }

    @Test func `whatever is set otherwise is said, and no step that was made is taken back`() throws
    {
      _ = try train("line", "--steps", "30", "--checkpoint", kept)
      let run = try train(
        "--resume", kept, "--steps", "40", "--batch-size", "5", "--max-norm", "0.5")
      // The lesson's own: batches of 4, and 1 as the ceiling.
      let changes = "--batch-size is now 5, not 4, and --max-norm is now 0.5, not 1.0."
      #expect(run.output.contains("settings: \(changes)"), "\(run.output)")
      #expect(try !train("--resume", kept, "--steps", "40").output.contains("settings:"))
      let fewer = try train("--resume", kept, "--steps", "20")
      #expect(fewer.status == 64 && fewer.output.isEmpty)
      #expect(
        fewer.errors
          == "fivemoves: --steps must be at least 30, the number that \(kept) has made, not 20.\n")
      let none = try train("--resume", kept)
      #expect(none.status == 0 && none.output.contains("nothing is left to train"))
      #expect(!none.output.contains("going on"))
    }

    @Test func `a longer schedule says from which rate to which`() throws {
      _ = try train("line", "--steps", "100", "--checkpoint", kept)
      let run = try train("--resume", kept, "--steps", "200")
      // Half a cosine from 0.1 to 0.01: at its end, 99 of 100 steps far, and in its middle.
      #expect(
        run.output.contains(
          "learning rate: 0.0100 in step 100, 0.0550 in step 101, because --steps is now 200, "
            + "not 100."), "\(run.output)")
      #expect(try !train("--resume", kept).output.contains("learning rate:"))
    }

    /// The minimum that a log has of a run begun with these words and gone on with at a rate.
    private func minimum(after words: [String], at rate: String) throws -> (Double?, said: String) {
      _ = try Command(["train", "line", "--steps", "1", "--checkpoint", kept] + words)
      // Each run in its own log: another's is refused.
      let log = "log \(rate)"
      let run = try train(
        "--resume", kept, "--steps", "4", "--learning-rate", rate, "--log", folder.path(log))
      let record = try folder.records(log).last { $0["type"] as? String == "run" }
      return (record?["min_learning_rate"] as? Double, run.output)
    }

    @Test func `a lesson's own minimum goes on as the lesson's, another as a share`() throws {
      // The lesson's own is 0.01, or a tenth of a rate below 0.1.
      #expect(try minimum(after: ["--learning-rate", "1e5"], at: "0.1").0 == 0.01)
      #expect(try minimum(after: ["--learning-rate", "0.001"], at: "0.2").0 == 0.01)
      let (lower, said) = try minimum(after: ["--learning-rate", "1e5"], at: "0.03")
      #expect(abs((lower ?? 0) - 0.003) < 1e-12)
      #expect(said.contains("--learning-rate is now 0.0300, not 1.0e5"), "\(said)")
      #expect(said.contains("--min-learning-rate is now 0.0030, not 0.0100"), "\(said)")
      // A quarter was asked for.
      #expect(try minimum(after: ["--min-learning-rate", "0.025"], at: "0.04").0 == 0.01)
    }
  }
}
