import Foundation
import TerminalSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension EndToEnd {
  /// A terminal that takes nothing, and one that is gone.
  @Suite(.measures) struct Stalls {
    private func stalled() throws -> Program {
      let program = try Program(["line", "--steps", "10000000"])
      #expect(program.shows("Press space"))
      program.type("++++\r")
      // Each help page is a few thousand bytes that nobody reads.
      for _ in 0..<40 {
        program.type("?")
        usleep(40_000)
      }
      return program
    }

    @Test func `a terminal that reads again gets the newest state and little more`() throws {
      let program = try stalled()
      program.type("\r")
      usleep(300_000)
      let before = program.bytes.count
      program.settle(0.3)
      let waiting = Double(program.bytes.count - before)
      Bar.exact("waiting for a stalled terminal", 32_000, "B").holds { waiting }
      let step = program.step
      let squares = program.screen.squares
      program.type("\u{C}")
      program.settle(0.3)
      #expect(program.step == step)
      let isNewest = program.screen.squares == squares
      #expect(isNewest)
      #expect(program.shows("paused", within: 1))
    }

    @Test func `SIGTERM ends the program on a stalled terminal`() throws {
      try Bar.milliseconds("SIGTERM to exit on a stalled terminal", 500).holds {
        let program = try stalled()
        let seconds = program.secondsToEnd { program.signal(SIGTERM) }
        #expect(program.waitForExit() == 128 + SIGTERM)
        let isRestored = program.pty.modes == program.before
        #expect(isRestored)
        return seconds * 1000
      }
    }

    @Test func `a terminal that is gone ends the program even where SIGHUP is ignored`() throws {
      try Bar.milliseconds("terminal gone to exit, SIGHUP ignored", 100).holds {
        let program = try Program(
          ["-c", "trap '' HUP; exec '\(Program.path)' line"], of: "/bin/sh")
        #expect(program.shows("Press space"))
        program.type("\r")
        program.watch(for: 0.2)
        return program.secondsToEnd { program.pty.hangUp() } * 1000
      }
    }
  }
}
