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

    private func train(_ words: String...) throws -> Command { try train(words) }

    private func train(_ words: [String]) throws -> Command {
      let files = ["kept", "log", "other", "far", "text", "edited"]
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

    /// What another run has otherwise, and what is said of it; the run's own are line's.
    @Test(
      arguments: [
        ("--steps 400", "its steps are 400, not 6"),
        ("--steps 6 --batch-size 8", "its batch_size is 8, not 4"),
        ("--steps 6 --micro-batches 2", "its micro_batches are 2, not 1"),
        ("--steps 6 --learning-rate 0.05", "its learning_rate is 0.05, not 0.1"),
        ("--steps 6 --warmup 3", "its warmup is 3, not 0"),
        ("--steps 6 --max-norm 0.5", "its max_norm is 0.5, not 1.0"),
        ("--steps 6 --weight-decay 0.25", "its weight_decay is 0.25, not 0.0"),
        ("--steps 6 --eval-interval 7", "its eval_interval is 7, not "),
        ("--steps 6 --eval-batches 2", "its eval_batches are 2, not "),
      ])
    func `the log of a run with another setting is refused`(setting: String, said: String) throws {
      let words = setting.split(separator: " ").map(String.init)
      #expect(try train(["line"] + words + ["--log", "other"]).status == 0)
      try expectRefusal("other", saying: said)
    }

    @Test func `the log of a run that was begun with other parameters is refused`() throws {
      _ = try train("line", "--seed", "5", "--steps", "6", "--save", "far")
      _ = try train("line", "--load", "far", "--steps", "6", "--log", "other")
      try expectRefusal("other", saying: "the loss of its step 6 is ")
    }

    @Test func `the log of a run on another text is refused, a renamed text is not`() throws {
      let names = String(repeating: "anna\nben\nclara\n", count: 20)
      let edited = names.replacingOccurrences(of: "ben", with: "neb")
      try folder.write(Data(names.utf8), "text")
      try folder.write(Data(edited.utf8), "edited")
      let begin = { (text: String, log: String) in
        try train(
          "names", "--steps", "3", "--batch-size", "4", "--text", text, "--checkpoint", "far",
          "--log", log)
      }
      #expect(try begin("edited", "other").status == 0)
      #expect(try begin("text", "log").status == 0)
      let before = try folder.bytes("other")
      let resume = ["--resume", "far", "--steps", "5", "--text", "text", "--log"]
      let refused = try train(resume + ["other"])
      #expect(refused.status == 1 && refused.errors.contains("its data are \"edited\", SHA-256"))
      #expect(try folder.bytes("other") == before)
      try folder.write(Data(names.utf8), "edited")
      let renamed = try train(resume.map { $0 == "text" ? "edited" : $0 } + ["log"])
      #expect(renamed.status == 0, "\(renamed.errors)")
    }

    private func steps(of log: String) throws -> [Int] {
      try folder.records(log).compactMap { record in
        record["type"] as? String == "step" ? record["step"] as? Int : nil
      }
    }

    @Test func `a log of the run is gone on with, however often its settings were changed`() throws
    {
      let resume = { (kept: String, words: String) in
        try train(
          ["--resume", kept, "--log", "log"] + words.split(separator: " ").map(String.init))
      }
      #expect(try resume("kept", "--steps 9 --batch-size 8 --checkpoint far").status == 0)
      #expect(try resume("far", "--steps 12 --max-norm 0.5 --checkpoint far").status == 0)
      #expect(try resume("far", "--steps 14 --learning-rate 0.01").status == 0)
      // Its last checkpoint does not know the last two steps.
      #expect(try resume("far", "--steps 15").status == 0)
      #expect(try steps(of: "log") == Array(1...15))
      let runs = try folder.records("log").filter { $0["type"] as? String == "run" }
      #expect(runs.map { $0["resumed_after"] as? Int } == [nil, 6, 9, 12, 12])
      #expect((runs[1]["before"] as? [String: Any])?["batch_size"] as? Int == 4)
      #expect((runs[2]["before"] as? [String: Any])?["max_norm"] as? Double == 1)
      #expect(try resume("kept", "--steps 8").status == 0)
      #expect(try steps(of: "log") == Array(1...8))
      // What was made under other settings is not this checkpoint's.
      try expectRefusal("log", of: "far", saying: "it ends at step 8")
    }

    @Test func `a log that has only its first line is no longer than that`() throws {
      let first = try #require(folder.bytes("log").split(separator: 10).first)
      try folder.write(first + [10], "other")
      try expectRefusal("other", saying: "it ends at step 0, and this run goes on after step 6")
    }

    @Test func `a log that begins after the checkpoint is left as it is`() throws {
      _ = try train("--resume", "kept", "--steps", "9", "--checkpoint", "far")
      _ = try train("--resume", "far", "--steps", "12", "--log", "other")
      try expectRefusal("other", saying: "it begins after step 9")
    }

    @Test func `a file that is no log is refused at once, be it as long as it may`() throws {
      let blank = Data(repeating: 10, count: 49_000_000)
      let log = try folder.bytes("log")
      for bytes in [blank, log + blank, Data(#"{"type":"run","#.utf8) + Data(count: 49_000_000)] {
        try folder.write(bytes, "other")
        let start = now()
        let refused = try resumeInLittleMemory()
        #expect(now() - start < 5)
        #expect(refused.status == 1 && refused.errors.contains("not the log of a run"))
        #expect(try folder.bytes("other") == bytes)
      }
      // Half a line is cut off, as long as it may be.
      let half = Data(#"{"type":"step","step":7"#.utf8) + Data(count: 49_000_000)
      try folder.write(log + half, "other")
      #expect(try resumeInLittleMemory().status == 0)
      #expect(try steps(of: "other") == Array(1...8))
    }

    private func resumeInLittleMemory() throws -> Command {
      let words = ["--resume", folder.path("kept"), "--steps", "8", "--log", folder.path("other")]
      let line = "ulimit -v 120000; exec \"$0\" train \"$@\""
      return try Command(["-c", line, Program.path] + words, of: "/bin/sh")
    }

    @Test func `a log that ends before the checkpoint is refused`() throws {
      _ = try train("line", "--steps", "9", "--checkpoint", "far")
      try expectRefusal(
        "log", of: "far", saying: "it ends at step 6, and this run goes on after step 9")
    }

    @Test func `its own log goes on, and a new one begins after the step`() throws {
      for log in ["log", "other", "other"] {
        #expect(try train("--resume", "kept", "--steps", "8", "--log", log).status == 0)
        #expect(try steps(of: log) == (log == "log" ? Array(1...8) : [7, 8]))
      }
    }
  }
}
