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

    private var halves: [String] { folder.names.filter { $0.hasSuffix(".partial") } }

    /// Sends the signal again and again until it comes in the middle of a write.
    private func caughtWriting(with signal: CInt, goesOn: Bool) throws -> Program {
      for _ in 0..<100 {
        let program = try writer()
        let half = "kept.\(program.process).partial"
        let isAtIt = program.wait(within: 60) { _ in halves.contains(half) }
        program.signal(signal)
        guard goesOn || isAtIt && program.waitForExit() == 128 + SIGKILL else { continue }
        program.watch(for: 0.05)
        if halves.contains(half) { return program }
      }
      Issue.record("no write was caught")
      return try writer()
    }

    private func run() throws {
      let run = try Command(["train", "line", "--steps", "1", "--checkpoint", kept])
      #expect(run.status == 0, "\(run.errors)")
    }

    @Test func `the next run that writes there removes what a killed one left`() throws {
      _ = try caughtWriting(with: SIGKILL, goesOn: false)
      #expect(halves.count == 1)
      try run()
      #expect(folder.names == ["kept"])
    }

    @Test func `what a living process writes is left to it`() throws {
      let program = try caughtWriting(with: SIGSTOP, goesOn: true)
      let half = halves
      try run()
      #expect(halves == half)
      program.signal(SIGCONT)
      program.signal(SIGINT)
      #expect(program.waitForExit(within: 30) == 128 + SIGINT)
      #expect(folder.names == ["kept"])
    }
  }
}
