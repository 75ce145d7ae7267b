import Foundation
import TerminalSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension EndToEnd {
  /// What a process leaves beside a file that dies while it writes.
  @Suite struct HalfWrittenFiles {
    private let folder: TemporaryFolder
    private let kept: String

    init() throws {
      folder = try TemporaryFolder()
      kept = folder.path("kept")
    }

    /// One that writes 4 MB after every step.
    private func writer() throws -> Program {
      try Program([
        "train", "story", "--batch-size", "1", "--micro-batches", "1", "--context", "8",
        "--width", "128", "--steps", "100000", "--checkpoint", kept, "--checkpoint-interval", "1",
        "--eval-interval", "100000", "--eval-batches", "1",
      ])
    }

    private var halves: [String] { folder.names.filter { $0.hasSuffix(".fivemoves") } }

    /// Stops the run again and again until that is in the middle of a write.
    private func stoppedWriting() throws -> Program {
      let program = try writer()
      for _ in 0..<1000 {
        #expect(program.wait(within: 60) { _ in folder.has("kept") && !halves.isEmpty })
        program.signal(SIGSTOP)
        program.watch(for: 0.02)
        if !halves.isEmpty { return program }
        program.signal(SIGCONT)
      }
      Issue.record("no write was caught")
      return program
    }

    @Test func `the next run that writes there removes what a killed one left`() throws {
      let program = try stoppedWriting()
      program.signal(SIGKILL)
      #expect(program.waitForExit() == 128 + SIGKILL && halves == [".kept.fivemoves"])
      let run = try Command(["train", "line", "--steps", "1", "--checkpoint", kept])
      #expect(run.status == 0, "\(run.errors)")
      #expect(folder.names == ["kept"])
    }

    @Test func `a run whose half was tidied away still keeps what it trained`() throws {
      let program = try Program([
        "train", "line", "--steps", "100000000", "--checkpoint", kept, "--checkpoint-interval",
        "100000000",
      ])
      #expect(program.shows("steps/s") && halves == [".kept.fivemoves"])
      try FileManager.default.removeItem(atPath: folder.path(".kept.fivemoves"))
      program.signal(SIGINT)
      #expect(program.waitForExit(within: 30) == 128 + SIGINT)
      #expect(folder.names == ["kept"])
    }

    @Test func `what a living process writes is left to it`() throws {
      let program = try stoppedWriting()
      let (half, whole) = (try folder.bytes(".kept.fivemoves"), try folder.bytes("kept"))
      let run = try Command(["train", "line", "--steps", "1", "--checkpoint", kept])
      #expect(run.status == 1 && run.errors.contains("process \(program.process)"), "\(run)")
      #expect(try folder.bytes(".kept.fivemoves") == half && folder.bytes("kept") == whole)
      program.signal(SIGCONT)
      program.signal(SIGINT)
      #expect(program.waitForExit(within: 30) == 128 + SIGINT)
      #expect(folder.names == ["kept"])
    }
  }
}
