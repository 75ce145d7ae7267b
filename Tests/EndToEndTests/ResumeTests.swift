import Foundation
import TerminalSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension SideBySide {
  @Suite struct Resuming {
    private static let settings = ["--steps", "400", "--checkpoint-interval", "7"]

    /// The files of a run that nothing disturbs.
    private func undisturbed(in folder: TemporaryFolder) throws -> (kept: Data, last: Data) {
      let run = try Command(
        smallStory + Self.settings + [
          "--checkpoint", folder.path("whole"), "--save", folder.path("whole-last"),
        ])
      #expect(run.status == 0, "\(run.errors)")
      return (try folder.bytes("whole"), try folder.bytes("whole-last"))
    }

    /// Starts the run, or goes on with it where there is a checkpoint.
    private func start(in folder: TemporaryFolder) throws -> Program {
      let files = ["--checkpoint", folder.path("kept"), "--save", folder.path("last")]
      let isBegun = folder.has("kept")
      let words = isBegun ? ["train", "--resume", folder.path("kept")] : smallStory
      return try Program(
        words + (isBegun ? Array(Self.settings.dropFirst(2)) : Self.settings) + files)
    }

    @Test(arguments: [SIGKILL, SIGINT, SIGTERM])
    func `stopped at random and gone on with, a run ends in the very same files`(
      signal: CInt
    ) throws {
      let folder = try TemporaryFolder()
      let whole = try undisturbed(in: folder)
      var random = SystemRandomNumberGenerator()
      var (stops, code): (Int, CInt?) = (0, nil)
      while code != 0, stops < 200 {
        let program = try start(in: folder)
        program.watch(for: Double.random(in: 0.005...0.15, using: &random))
        program.signal(signal)
        code = program.waitForExit()
        #expect(code == 0 || code == 128 + signal)
        stops += 1
        guard folder.has("kept") else { continue }
        #expect(try Command(["sample", folder.path("kept"), "--length", "1"]).status == 0)
        // A machine that is slow to start programs must come to an end too.
        guard stops >= 12 else { continue }
        code = try start(in: folder).waitForExit(within: 60)
      }
      #expect(code == 0)
      #expect(try folder.bytes("kept") == whole.kept)
      #expect(try folder.bytes("last") == whole.last)
    }

    @Test func `ctrl-c finishes the step, keeps what was asked for and says so`() throws {
      let folder = try TemporaryFolder()
      let kept = folder.path("kept")
      let program = try Program(
        ["train", "line", "--steps", "1000000000", "--checkpoint", kept], width: 200)
      #expect(program.shows("steps/s"))
      program.type("\u{3}")
      #expect(program.waitForExit() == 130)
      #expect(program.screen.text.contains("Stopped after step"))
      #expect(program.screen.text.contains("--resume \(kept)"))
      #expect(folder.names == ["kept"])
    }

    @Test func `a move that takes long says that ctrl-c was heard, and that again ends at once`()
      throws
    {
      // Half a million million operations a step: seconds on any core, and 3 GB of memory.
      let words = ["--batch-size", "256", "--micro-batches", "1", "--width", "512"]
      let program = try Program(["train", "story"] + words)
      #expect(program.shows("story: "))
      program.watch(for: 0.5)
      program.type("\u{3}")
      #expect(program.shows("The move in progress is made first; ctrl-c again ends at once."))
      program.type("\u{3}")
      #expect(program.waitForExit(within: 2) == 128 + SIGINT)
      #expect(!program.screen.text.contains("Stopped after"))
    }

    /// Some seconds a step, in more than a hundred moves.
    @Test func `ctrl-c gives a long step up at its next move, and it is made anew later`() throws {
      let folder = try TemporaryFolder()
      let (kept, log) = (folder.path("kept"), folder.path("log"))
      let words = ["train", "story", "--eval-batches", "1", "--batch-size", "4096"]
      let parts = ["--micro-batches", "64"]
      let program = try Program(
        words + parts + ["--steps", "2", "--checkpoint", kept, "--record", log], width: 200)
      #expect(program.shows("story: "))
      program.watch(for: 0.5)
      let start = now()
      program.type("\u{3}")
      #expect(program.waitForExit(within: 10) == 130)
      #expect(now() - start < 2)
      #expect(program.screen.text.contains("Stopped after step 0: the checkpoint is in \(kept)"))
      #expect(try folder.records("log").allSatisfy { $0["type"] as? String != "move" })
      let resumed = ["train", "--resume", kept, "--steps", "1", "--checkpoint", kept]
      #expect(try Command(resumed + ["--record", log]).status == 0)
      let other = folder.path("other")
      _ = try Command(words + parts + ["--steps", "1", "--checkpoint", other])
      #expect(try folder.bytes("kept") == folder.bytes("other"))
    }

    @Test(arguments: [[], ["--break", "no-clip"]])
    func `without a checkpoint ctrl-c says that nothing is kept`(mistake: [String]) throws {
      let program = try Program(["train", "line", "--steps", "1000000000"] + mistake, width: 120)
      #expect(program.shows("after step "))
      program.signal(SIGINT)
      #expect(program.waitForExit() == 130)
      let words = program.screen.text
      #expect(words.contains("nothing is kept"))
      // It would keep no broken run.
      #expect(words.contains("--checkpoint FILE") == mistake.isEmpty)
    }

    @Test func `a terminal has one line that is written over, a file has lines`() throws {
      let program = try Program(["train", "line", "--steps", "100000"], width: 60)
      #expect(program.waitForExit(within: 60) == 0)
      let text = String(decoding: program.bytes, as: UTF8.self)
      #expect(text.contains("\rstep ") || text.contains("\r\nstep "))
      let lines = program.screen.text.split(separator: "\n")
      #expect(!lines.contains { $0.contains("steps/s") })
      let run = try Command(["train", "line", "--steps", "100"])
      #expect(!run.output.contains("\r"))
      #expect(run.output.split(separator: "\n").count { $0.contains("steps/s") } == 21)
    }
  }
}
