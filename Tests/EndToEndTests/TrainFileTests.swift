import Foundation
import TerminalSupport
import Testing

extension SideBySide {
  @Suite struct TrainFiles {
    @Test func `a run leaves its log, its batches and its parameters`() throws {
      let folder = try TemporaryFolder()
      let run = try Command(
        smallStory + [
          "--steps", "5", "--eval-interval", "3", "--log", folder.path("log"), "--log-batches",
          "--save-initial", folder.path("first"), "--save", folder.path("last"),
        ])
      #expect(run.status == 0, "\(run.errors)")
      #expect(folder.names == ["first", "last", "log"])
      #expect(try folder.bytes("first") != folder.bytes("last"))
      let records = try folder.records("log")
      let types = records.compactMap { $0["type"] as? String }
      #expect(types == ["run", "step", "eval", "step", "step", "eval", "step", "step"])
      #expect(
        Set(records[2].keys) == [
          "type", "step", "train_loss", "val_loss", "sample", "unchanged", "seconds", "batches",
        ])
      #expect(
        Set(records[1].keys) == [
          "type", "step", "loss", "micro_losses", "grad_norm", "clip_factor", "clipped", "lr",
          "update_norm", "seconds", "batches",
        ])
      let batches = try #require(records[1]["batches"] as? [[String: [[Int]]]])
      #expect(batches.count == 2)
      for batch in batches {
        let (inputs, targets) = (batch["inputs"] ?? [], batch["targets"] ?? [])
        #expect(inputs.map(\.count) == [8, 8] && targets.map(\.count) == [8, 8])
        // The answer to a character is the one after it.
        for (row, answers) in zip(inputs, targets) {
          #expect(row.dropFirst() == answers.dropLast())
        }
      }
    }

    @Test(arguments: ["line", "spiral", "names", "story"])
    func `every lesson is saved, loaded and gone on with`(lesson: String) throws {
      let folder = try TemporaryFolder()
      let (last, first, kept) = (folder.path("last"), folder.path("first"), folder.path("kept"))
      let save = try Command([
        "train", lesson, "--steps", "2", "--save", last, "--checkpoint", kept,
      ])
      #expect(save.status == 0, "\(save.errors)")
      let load = try Command([
        "train", lesson, "--steps", "1", "--load", last, "--save-initial", first,
      ])
      #expect(load.status == 0, "\(load.errors)")
      #expect(try parameters(folder.bytes("last")) == parameters(folder.bytes("first")))
      let resume = try Command(["train", "--resume", kept, "--steps", "3"])
      #expect(resume.status == 0, "\(resume.errors)")
      #expect(resume.output.contains("going on after step 2"))
      #expect(resume.output.contains("step 3/3"))
    }

    /// What stands after the header.
    private func parameters(_ file: Data) -> Data {
      let length = file.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
      return file.dropFirst(8 + length)
    }

    @Test func `a log goes on where a run does`() throws {
      let folder = try TemporaryFolder()
      let (log, kept) = (folder.path("log"), folder.path("kept"))
      _ = try Command(["train", "line", "--steps", "3", "--log", log, "--checkpoint", kept])
      _ = try Command(["train", "--resume", kept, "--steps", "5", "--log", log])
      let steps = try folder.records("log").filter { $0["type"] as? String == "step" }
      #expect(steps.compactMap { $0["step"] as? Int } == [1, 2, 3, 4, 5])
    }

    @Test func `a file is enough to write from`() throws {
      let folder = try TemporaryFolder()
      let kept = folder.path("kept")
      _ = try Command(smallStory + ["--steps", "20", "--checkpoint", kept])
      let sample = { (more: [String]) in try Command(["sample", kept, "--length", "50"] + more) }
      let (first, again) = (try sample(["--seed", "7"]), try sample(["--seed", "7"]))
      #expect(first.status == 0 && first.output == again.output, "\(first.errors)")
      #expect(try sample(["--seed", "8"]).output != first.output)
      let greedy = try sample(["--top-k", "1", "--prompt", "A fox", "--temperature", "0.5"])
      #expect(greedy.output.hasPrefix("A fox") && greedy.output.count == 56)
      #expect(
        try sample(["--top-k", "1", "--prompt", "A fox", "--seed", "9"]).output == greedy.output)
    }

    @Test func `a sample leaves character by character, but steers no terminal`() throws {
      let folder = try TemporaryFolder()
      let line = "\tgo 🇩🇪 to 👨‍👩‍👧‍👦\u{7}\n"
      try folder.write(Data(String(repeating: line, count: 40).utf8), "text")
      let kept = folder.path("kept")
      let trained = try Command(
        smallStory + ["--steps", "400", "--text", folder.path("text"), "--save", kept])
      // What train writes at its end is the network's as well.
      #expect(trained.output.contains("🇩🇪") && !trained.output.contains("→"))
      let words = ["sample", kept, "--length", "40", "--temperature", "0", "--prompt", line]
      let written = try Command(words)
      #expect(written.output.hasPrefix(line), "\(written.output)\(written.errors)")
      #expect(Set(written.output).isSubset(of: Set(line)))
      let program = try Program(words)
      #expect(program.waitForExit() == 0)
      let shown = String(decoding: program.bytes, as: UTF8.self)
      #expect(shown.hasPrefix("→go 🇩🇪 to 👨‍👩‍👧‍👦␇"), "\(shown)")
      #expect(!shown.contains("\t") && !shown.contains("\u{7}"))
    }

    @Test func `a run that does not fit into memory is refused before its first step`() throws {
      let large = ["story", "--batch-size", "512", "--micro-batches", "1"]
      let train = ["train"] + large + ["--steps", "2"]
      let refused = try Command(
        ["-c", "ulimit -v 500000; exec \"$0\" \"$@\"", Program.path] + train, of: "/bin/sh")
      #expect(refused.status == 1 && refused.output.isEmpty, "\(refused)")
      #expect(refused.errors.split(separator: "\n").count == 1)
      // What the line says of a smaller run holds: under the same limit it is trained.
      let parts = try #require(
        refused.errors.firstMatch(of: /needs about \d+ MB .* ulimit .* (\d+) MB; .* (\d+) it needs/)
      )
      let fitting = try Command(
        ["-c", "ulimit -v 500000; exec \"$0\" \"$@\"", Program.path] + train.dropLast(4)
          + ["--micro-batches", String(parts.2), "--steps", "2"], of: "/bin/sh")
      #expect(fitting.status == 0, "\(fitting.errors)")
      let kiosk = try Program(["--kiosk"] + large, width: 250)
      #expect(kiosk.waitForExit(within: 20) == 1)
      let text = String(decoding: kiosk.bytes, as: UTF8.self)
      #expect(
        text.contains("this kiosk leaves it") && text.contains("--micro-batches 4"), "\(text)")
      #expect(!text.contains("\u{1B}"))
    }

    /// Each of the two lines holds: what it says of a smaller run is true.
    @Test(arguments: [
      (
        "--batch-size 1024 --micro-batches 1024 --context 400 --log log --log-batches --layers 1 "
          + "--heads 1 --width 8 --eval-batches 1",
        "without --log-batches it needs", 100_000
      ),
      ("--break keep-loss-tensor --steps 3000", "with --steps", 130_000),
    ])
    func `what a log of batches and kept graphs take is reckoned before the first step`(
      words: String, wayOut: String, kilobytes: Int
    ) throws {
      let folder = try TemporaryFolder()
      let run = { (words: String) in
        let train = "cd '\(folder.path("."))' && ulimit -v \(kilobytes); exec \"$0\" train story"
        return try Command(["-c", "\(train) \(words)", Program.path], of: "/bin/sh")
      }
      let refused = try run(words)
      #expect(refused.status == 1 && refused.output.isEmpty, "\(refused)")
      #expect(refused.errors.split(separator: "\n").count == 1)
      #expect(refused.errors.contains(wayOut), "\(refused.errors)")
      #expect(folder.names.isEmpty)
      let steps = refused.errors.firstMatch(of: /--steps (\d+)/)?.1 ?? "1"
      let smaller =
        words.replacing(" --log-batches", with: "")
        .replacing("--steps 3000", with: "") + " --steps \(steps) --eval-interval 1000"
      let fitting = try run(smaller)
      #expect(fitting.status == 0, "\(fitting.errors)")
    }

    @Test func `a large batch is trained step after step`() throws {
      let run = try Command([
        "train", "story", "--batch-size", "512", "--micro-batches", "1", "--steps", "3",
        "--learning-rate", "0.01", "--warmup", "0", "--eval-batches", "1",
      ])
      #expect(run.status == 0, "\(run.errors)")
      let losses = run.output.matches(of: /step \d+\/3  loss ([0-9.]+)/).compactMap { Double($0.1) }
      #expect(losses.count == 3 && losses[2] < losses[0] && losses[1] != losses[0], "\(run.output)")
    }
  }
}
