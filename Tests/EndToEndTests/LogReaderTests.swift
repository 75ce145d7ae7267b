import Foundation
import TerminalSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension SideBySide {
  /// A log that goes through a pipe, and one that takes no more.
  @Suite struct LogReaders {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `a log goes through a pipe to whoever reads it`() throws {
      #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
      let log = "train line --steps 300 --log '\(folder.path("pipe"))' > /dev/null"
      let line = "cat '\(folder.path("pipe"))' & sleep 0.5; \"$0\" \(log) || kill $!; wait"
      let run = try Command(["-c", line, Program.path], of: "/bin/sh")
      #expect(run.status == 0)
      // The run first, then each step as JSON, and more of them than a pipe holds unread.
      let steps = run.output.split(separator: "\n").filter { $0.hasPrefix(#"{"type":"step""#) }
      #expect(steps.count == 300, "\(run.errors)")
    }

    @Test func `a log's reader that ends stops the run in a line, and the checkpoint is kept`()
      throws
    {
      #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
      let run = "\"$0\" train line --steps 100000 --log pipe --checkpoint kept"
      let line = "cd '\(folder.path("."))'; head -n 50 pipe > first & sleep 0.5; \(run)"
      let ended = try Command(["-c", line, Program.path], of: "/bin/sh")
      #expect(ended.status == 1, "\(ended)")
      let said =
        #/fivemoves: pipe cannot be written: it is a pipe, and its reader has ended\. Stopped after step (\d+): the checkpoint is in kept; go on with --resume kept\.\n/#
      let step = try #require(ended.errors.wholeMatch(of: said), "\(ended.errors)").1
      let on = try folder.train("--resume kept --steps \(step)")
      #expect(on.status == 0 && on.output.contains("nothing is left to train"), "\(on)")
    }

    @Test func `a run whose log may grow no more can go on in it from its checkpoint`() throws {
      let run = "train line --steps 3000 --eval-interval 7 --checkpoint kept --log"
      let line = "cd '\(folder.path("."))'; ulimit -f 100; exec \"$0\" \(run) log"
      let ended = try Command(["-c", line, Program.path], of: "/bin/sh")
      #expect(ended.status == 1 && ended.errors.contains("log cannot be written: file too large."))
      #expect(ended.errors.split(separator: "\n").count == 1 && folder.has("kept"))
      #expect(try folder.train("--resume kept --checkpoint kept --log log").status == 0)
      let steps = try folder.records("log").compactMap { record in
        record["type"] as? String == "step" ? record["step"] as? Int : nil
      }
      #expect(steps == Array(1...3000))
      _ = try folder.train("line --steps 3000 --eval-interval 7 --checkpoint whole")
      #expect(try folder.bytes("kept") == folder.bytes("whole"))
    }

    @Test func `a run that goes on logs through a pipe too`() throws {
      #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
      #expect(try folder.train("line --steps 2 --checkpoint kept").status == 0)
      let run = "\"$0\" train --resume kept --steps 5 --log pipe > /dev/null"
      let line = "cd '\(folder.path("."))'; cat pipe & sleep 0.5; \(run) || kill $!; wait"
      let on = try Command(["-c", line, Program.path], of: "/bin/sh")
      let steps = on.output.split(separator: "\n").filter { $0.hasPrefix(#"{"type":"step""#) }
      #expect(on.output.hasPrefix(#"{"type":"run""#) && steps.count == 3, "\(on)")
    }

    @Test func `a signal ends the wait for a log's reader that has stopped reading`() throws {
      #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
      let reader = open(folder.path("pipe"), O_RDONLY | O_NONBLOCK)
      defer { close(reader) }
      let words = ["--log", folder.path("pipe"), "--checkpoint", folder.path("kept")]
      let program = try Program(["train", "line", "--steps", "100000"] + words)
      // A pipe holds 64 KiB, some four hundred steps.
      program.watch(for: 2)
      #expect(program.waitForExit(within: 0.5) == nil)
      program.type("\u{3}")
      #expect(program.waitForExit(within: 5) == 130)
      let text = String(decoding: program.bytes, as: UTF8.self)
      #expect(text.contains("the checkpoint is in"), "\(text)")
    }
  }
}
