import Foundation
import TerminalSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension EndToEnd {
  @Suite struct Signals {
    @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
    func `a signal leaves the terminal as it was`(number: CInt) throws {
      let program = try Program(["line"])
      #expect(program.shows("Press space"))
      program.signal(number)
      #expect(program.waitForExit() == 128 + number)
      let isRestored = program.pty.modes == program.before
      #expect(isRestored)
      let text = String(decoding: program.bytes, as: UTF8.self)
      #expect(text.comes("\u{1B}[?1049h", before: "\u{1B}[?1049l"))
      #expect(text.comes("\u{1B}[?25l", before: "\u{1B}[?25h"))
    }

    @Test(arguments: [SIGSEGV, SIGILL, SIGABRT])
    func `a crash leaves the terminal as it was and keeps its signal`(number: CInt) throws {
      let program = try Program(["line"], environment: ["SWIFT_BACKTRACE": "enable=no"])
      #expect(program.shows("Press space"))
      program.signal(number)
      #expect(program.waitForExit() == 128 + number)
      let isRestored = program.pty.modes == program.before
      #expect(isRestored)
      let text = String(decoding: program.bytes, as: UTF8.self)
      #expect(text.comes("\u{1B}[?1049h", before: "\u{1B}[?1049l"))
      #expect(text.comes("\u{1B}[?25l", before: "\u{1B}[?25h"))
    }

    @Test(arguments: [SIGTERM, SIGABRT])
    func `what was written to standard error is told once the screen is gone`(
      number: CInt
    ) throws {
      let program = try Program(["line"], environment: ["SWIFT_BACKTRACE": "enable=no"])
      #expect(program.shows("Press space"))
      let errors = try FileHandle(
        forWritingTo: URL(fileURLWithPath: "/proc/\(program.process)/fd/2"))
      try errors.seekToEnd()
      try errors.write(contentsOf: Data("the library has a complaint\n".utf8))
      program.watch(for: 0.1)
      #expect(!program.screen.text.contains("complaint"))
      program.signal(number)
      #expect(program.waitForExit() == 128 + number)
      let text = String(decoding: program.bytes, as: UTF8.self)
      #expect(text.comes("\u{1B}[?1049l", before: "the library has a complaint"))
    }

    @Test func `ctrl-c typed at the keyboard is an interrupt`() throws {
      let program = try Program(["line"])
      #expect(program.shows("Press space"))
      program.type("\u{3}")
      #expect(program.waitForExit() == 130)
    }

    @Test func `a closed window ends the program`() throws {
      let program = try Program(["line"])
      #expect(program.shows("Press space"))
      program.pty.hangUp()
      let code = program.waitForExit(within: 5)
      #expect(code != nil)
    }
  }
}

extension String {
  /// Whether both are there, the last of the one before the last of the other.
  fileprivate func comes(_ first: String, before second: String) -> Bool {
    guard let one = range(of: first, options: .backwards),
      let other = range(of: second, options: .backwards)
    else { return false }
    return one.lowerBound < other.lowerBound
  }
}
