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
