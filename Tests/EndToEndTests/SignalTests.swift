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
      #expect(program.isGivenBack)
    }

    /// Swift's own report is on where nothing is said of it, and would ask for a key.
    @Test(arguments: [SIGSEGV, SIGILL, SIGABRT, SIGBUS, SIGFPE, SIGTRAP])
    func `a crash leaves the terminal as it was, says where, and ends by its signal`(
      number: CInt
    ) throws {
      let program = try Program(["line"])
      #expect(program.shows("Press space"))
      let seconds = program.secondsToEnd { program.signal(number) }
      #expect(seconds < 2, "\(seconds) s")
      #expect(program.waitForExit() == 128 + number)
      #expect(program.isGivenBack)
      let text = String(decoding: program.bytes, as: UTF8.self)
      let report = text.components(separatedBy: "\u{1B}[?1049l").last ?? ""
      let lines = report.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("  ") }
      #expect(lines.count == 1, "\(report)")
      #expect(lines[0].contains("fivemoves: crashed by signal \(number) (SIG"), "\(report)")
      #expect(lines[0].contains("). The terminal is as it was. Start it again"))
      // Whichever thread the signal came to, it waits somewhere in the library.
      let calls = report.split(whereSeparator: \.isNewline)
        .filter { $0.contains(/^ {2}\S+ \+ 0x[0-9a-f]+/) }
      #expect(calls.count >= 4, "\(report)")
      #expect(calls.contains { $0.contains(/^ {2}lib\S+ \+ 0x/) }, "\(report)")
      #expect(calls.contains { $0.contains(/^ {2}fivemoves \+ 0x[0-9a-f]+ {2}\w+/) }, "\(report)")
      #expect(!text.contains("Press space to interact"))
    }

    /// They end a program that says nothing of them; nobody asks for them at this keyboard.
    @Test(
      arguments: [SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGXFSZ, SIGIO, SIGPIPE],
      [false, true])
    func `any other signal that ends it leaves the terminal as it was`(
      number: CInt, isKiosk: Bool
    ) throws {
      let program = try Program(isKiosk ? ["--kiosk", "line"] : ["line"])
      #expect(program.shows("Press space"))
      #expect(program.secondsToEnd { program.signal(number) } < 2)
      #expect(program.waitForExit() == 128 + number)
      #expect(program.isGivenBack)
      let text = String(decoding: program.bytes, as: UTF8.self)
      let report = text.components(separatedBy: "\u{1B}[?1049l").last ?? ""
      #expect(report.contains("fivemoves: ended by signal \(number) (SIG") == (number != SIGPIPE))
      #expect(!report.contains("0x"))
    }

    /// As nohup has it: some programs that start others, Python among them, leave them so.
    @Test(arguments: [SIGPIPE, SIGXFSZ, SIGUSR1])
    func `a signal that was ignored when the program was started stays so`(number: CInt) throws {
      let program = try Program(
        ["-c", "trap '' \(number); exec \"$0\" line", Program.path], of: "/bin/sh")
      #expect(program.shows("Press space"))
      program.signal(number)
      program.watch(for: 0.5)
      program.type(" ")
      #expect(program.wait { _ in program.step == 1 })
      program.type("q")
      #expect(program.waitForExit() == 0)
    }

    @Test(arguments: [SIGSEGV, SIGABRT])
    func `in a kiosk a crash shows nothing of the program to whoever sits there`(
      number: CInt
    ) throws {
      let program = try Program(["--kiosk", "line"])
      #expect(program.shows("Press space"))
      program.signal(number)
      #expect(program.secondsToEnd(within: 2) { program.type(" d") } < 2)
      #expect(program.waitForExit() == 128 + number)
      let text = String(decoding: program.bytes, as: UTF8.self)
      let report = text.components(separatedBy: "\u{1B}[?1049l").last ?? ""
      let lines = report.split(whereSeparator: \.isNewline).filter { $0.contains("fivemoves") }
      #expect(
        lines.count == 1
          && lines[0].contains("fivemoves: crashed by signal \(number) "))
      #expect(!report.contains("0x"))
    }

    @Test(arguments: [SIGSEGV, SIGQUIT])
    func `training without a screen ends by its signal and asks nothing`(number: CInt) throws {
      let program = try Program(["train", "line", "--steps", "100000000"])
      #expect(program.shows("step"))
      #expect(program.secondsToEnd { program.signal(number) } < 2)
      #expect(program.waitForExit() == 128 + number)
      let text = String(decoding: program.bytes, as: UTF8.self)
      #expect(text.contains("fivemoves: crashed by signal 11 (SIGSEGV") == (number == SIGSEGV))
      #expect(!text.contains("Press space to interact"))
    }

    @Test(arguments: [SIGTERM, SIGABRT])
    func `what was written to standard error is told once the screen is gone`(
      number: CInt
    ) throws {
      let program = try Program(["line"])
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

extension Program {
  /// The terminal is as it was before the program: its modes, its page, its cursor, its paste.
  var isGivenBack: Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    return pty.modes == before && text.comes("\u{1B}[?1049h", before: "\u{1B}[?1049l")
      && text.comes("\u{1B}[?25l", before: "\u{1B}[?25h")
      && text.comes("\u{1B}[?2004h", before: "\u{1B}[?2004l")
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
