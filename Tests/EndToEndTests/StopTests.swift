import Foundation
import TerminalSupport
import Testing

extension EndToEnd {
  /// Training without a screen that cannot go on.
  @Suite struct Stopping {
    /// The first update, one unit of gradient long, moves the line by 1e30: the next loss, a square
    /// of that, is more than 3.4e38, whatever the optimizer's rounding.
    private static let steep = ["train", "line", "--learning-rate", "1e30"]

    @Test func `a figure that is not finite stops it, and the file keeps the state before`() throws
    {
      let folder = try TemporaryFolder()
      let (kept, last, log) = (folder.path("kept"), folder.path("last"), folder.path("log"))
      let run = try Command(
        Self.steep + ["--checkpoint", kept, "--save", last, "--log", log])
      #expect(run.status == 1)
      #expect(
        run.errors.hasPrefix(
          "fivemoves: training stopped in forward of step 2: the loss became inf, too large for 32 "
            + "bits."), "\(run.errors)")
      #expect(run.errors.split(separator: "\n").count == 1)
      #expect(folder.names == ["kept", "log"])
      let header = String(decoding: try folder.bytes("kept").prefix(2000), as: UTF8.self)
      #expect(header.contains("\"step\":\"1\""))
      let records = try folder.records("log")
      #expect(records.compactMap { $0["type"] as? String } == ["run", "step", "eval", "stop"])
      let stop = try #require(records.last)
      #expect(stop["step"] as? Int == 2 && stop["move"] as? String == "forward")
      #expect(stop["figure"] as? String == "loss" && stop["value"] as? String == "inf")
      // A file with a number that is not finite would not be loaded.
      let again = try Command(["train", "line", "--steps", "1", "--load", kept])
      #expect(!again.errors.contains("holds"))
    }

    @Test func `gone on with as it was, it stops at the same move in the same bytes`() throws {
      let folder = try TemporaryFolder()
      let kept = folder.path("kept")
      // Unclipped and too fast: every step multiplies the loss, for some forty steps.
      let run = try Command(
        ["train", "line", "--learning-rate", "5", "--max-norm", "inf", "--checkpoint", kept])
      let first = try folder.bytes("kept")
      let again = try Command(["train", "--resume", kept, "--checkpoint", kept])
      #expect(run.status == 1 && again.status == 1 && run.errors == again.errors)
      #expect(try folder.bytes("kept") == first)
      let step = try #require(run.errors.firstMatch(of: /step (\d+)/)).1
      let header = String(decoding: first.prefix(2000), as: UTF8.self)
      #expect(header.contains("\"step\":\"\((Int(step) ?? 0) - 1)\""), "\(run.errors)")
    }

    @Test func `where the parameters alone stop it, a new start is the way on`() throws {
      let folder = try TemporaryFolder()
      let kept = folder.path("kept")
      let run = try Command(Self.steep + ["--checkpoint", kept])
      #expect(run.errors.contains("in forward of step 2"))
      #expect(run.errors.contains("start again") && !run.errors.contains("--resume"))
      // The loss comes before the first use of the rate, so that no rate is low enough.
      let slow = ["train", "--resume", kept, "--learning-rate", "1e-30"]
      let again = try Command(slow)
      #expect(again.status == 1 && again.errors.contains("in forward of step 2"))
      // The file that it went on from is the state before that step.
      #expect(again.errors.contains("\(kept) keeps the state before that step"))
      #expect(!again.errors.contains("Nothing is kept"))
      // Above what 32 bits hold, before any step.
      let first = try Command(["train", "story", "--steps", "2", "--init-std", "1e30"])
      #expect(first.errors.contains("of step 1") && first.errors.contains("lower --init-std"))
      #expect(!first.errors.contains("lower --learning-rate"), "\(first.errors)")
    }

    @Test func `where the rate stops it, the words of the way on lead on`() throws {
      let folder = try TemporaryFolder()
      let (text, kept) = (folder.path("my names.txt"), folder.path("kept"))
      let names = String(repeating: "anna\nben\nclara\n", count: 20)
      try folder.write(Data(names.utf8), "my names.txt")
      // A rate above 3.4e38 is none that a 32-bit parameter can move by.
      let run = try Command([
        "train", "names", "--text", text, "--steps", "3", "--batch-size", "4",
        "--learning-rate", "1e39", "--checkpoint", kept,
      ])
      #expect(run.status == 1 && run.errors.contains("in the update of step 1"), "\(run.errors)")
      let words = try #require(run.errors.firstMatch(of: /there with (--resume .*) or from/)).1
      let line = "exec \"$0\" train \(words) --learning-rate 0.01"
      let on = try Command(["-c", line, Program.path], of: "/bin/sh")
      #expect(on.status == 0 && on.output.contains("step 3/3"), "\(on.errors)")
    }

    @Test func `a step past the file that a run went on from is kept nowhere`() throws {
      let folder = try TemporaryFolder()
      let kept = folder.path("kept")
      _ = try Command(["train", "line", "--steps", "5", "--checkpoint", kept])
      let run = try Command([
        "train", "--resume", kept, "--steps", "200", "--learning-rate", "1e30",
      ])
      #expect(run.errors.contains("in forward of step 7"))
      #expect(run.errors.contains("Nothing is kept since step 5; --checkpoint FILE would"))
    }

    @Test func `a broken loop stops at the move too, after its signs`() throws {
      let folder = try TemporaryFolder()
      let (log, last) = (folder.path("log"), folder.path("last"))
      let run = try Command(Self.steep + ["--break", "no-clip", "--log", log, "--save", last])
      #expect(run.status == 1 && run.errors.contains("in forward of step 2: the loss became inf"))
      #expect(run.output.contains("sign     clip never ran."))
      let types = try folder.records("log").compactMap { $0["type"] as? String }
      #expect(types == ["run", "step", "eval", "stop", "sign", "verdict"])
      #expect(!folder.has("last"))
    }

    /// The clipped gradient has the norm 1, so the twin's first update is 1e20 long and its next loss
    /// about 1e40, which 32 bits do not hold.
    @Test func `a twin that is lost stops the comparison, and is named`() throws {
      let folder = try TemporaryFolder()
      let log = folder.path("log")
      let run = try Command(
        ["train", "line", "--learning-rate", "1e20", "--break", "no-step", "--log", log])
      #expect(run.status == 1)
      #expect(
        run.errors.hasPrefix(
          "fivemoves: the twin stopped in forward of step 2: the loss became inf"))
      #expect(run.output.contains("In step 2 the twin's loss first became inf or NaN"))
      let stop = try folder.records("log").first { $0["type"] as? String == "stop" }
      #expect(stop?["run"] as? String == "twin" && stop?["step"] as? Int == 2)
    }

    @Test func `a verdict says which step its validation loss is of, and a stop whose it is`()
      throws
    {
      let run = try Command(
        ["train", "line", "--learning-rate", "1e5", "--steps", "30", "--break", "no-clip"])
      #expect(run.errors.hasPrefix("fivemoves: the broken run stopped in "), "\(run.errors)")
      // Evaluations are after steps 1 and 20; the run stops in between.
      let steps = run.output.matches(of: /\nafter step (\d+)/).map(\.1)
      #expect(steps == ["1"] && run.output.contains("After step 1 the validation loss was "))
      // A batch that the run never comes to is not promised.
      #expect(
        run.output.contains("This run ends before it, after 30 steps; --steps 80 reaches it."))
    }

    /// 32 bits hold no rate of 1e300: it multiplies every gradient to infinity.
    @Test func `a stop in the update is no step of a step, and of no micro-batch`() throws {
      let folder = try TemporaryFolder()
      let log = folder.path("log")
      let run = try Command(["train", "line", "--learning-rate", "1e300", "--log", log])
      #expect(run.errors.hasPrefix("fivemoves: training stopped in the update of step 1: "))
      let stop = try #require(try folder.records("log").last)
      #expect(stop["move"] as? String == "step" && stop["micro_batch"] == nil)
    }

    @Test func `no rate of the schedule is above the one that was asked for`() throws {
      let folder = try TemporaryFolder()
      let log = folder.path("log")
      // Below the lesson's own minimum of 0.01.
      _ = try Command(["train", "line", "--learning-rate", "0.001", "--log", log])
      let records = try folder.records("log")
      let rates = records.compactMap { $0["lr"] as? Double }
      #expect(rates.first == 0.001 && rates.count == 200 && rates == rates.sorted(by: >))
      // A tenth of the peak, as the lesson's own.
      #expect(records.first?["min_learning_rate"] as? Double == 0.0001)
      let refused = try Command(["train", "line", "--min-learning-rate", "0.2"])
      #expect(
        refused.errors
          == "fivemoves: --min-learning-rate must be at most --learning-rate (0.1), not 0.2.\n")
    }
  }
}
