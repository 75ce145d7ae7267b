internal import CTerminal
internal import Canvas
internal import Foundation
internal import Terminal
internal import TerminalSupport
internal import Testing

extension OneTerminal {
  @Suite struct Leaving {
    @Test func `everything is as it was`() throws {
      let pty = try PseudoTerminal()
      let modes = pty.modes
      let flags = fcntl(pty.slave, F_GETFL)
      let terminal = try Terminal(on: pty)
      #expect(pty.modes != modes)
      terminal.show(Frame(["hello"], role: .alarm))
      terminal.leave()
      terminal.leave()
      #expect(pty.modes == modes)
      #expect(fcntl(pty.slave, F_GETFL) == flags)
      var screen = Emulator()
      screen.feed(pty.output())
      #expect(screen.privateModes.isDisjoint(with: ["?1049", "?1", "?2004"]))
      #expect(screen.privateModes.contains("?25"))
      #expect(screen.unknown.isEmpty)
    }

    @Test func `standard error waits until the screen is gone`() throws {
      let pty = try PseudoTerminal()
      let errors = open(pty.path, O_WRONLY | O_NOCTTY)
      defer { close(errors) }
      let terminal = try Terminal(on: pty, errors: errors)
      terminal.show(Frame(["hello"]))
      write(errors, "a warning\n", 10)
      #expect(!pty.text().contains("a warning"))
      terminal.leave()
      let text = pty.text()
      #expect(text.hasSuffix("a warning\r\n"))
      #expect(text.contains(/\[\?1049l.*a warning/))
      write(errors, "later\n", 6)
      #expect(pty.text() == "later\r\n")
    }

    @Test func `a second screen is refused and does not disturb the first`() throws {
      let pty = try PseudoTerminal()
      let first = try Terminal(on: pty)
      #expect(throws: TerminalError.refused) { try Terminal(on: pty) }
      first.show(Frame(["still here"]))
      #expect(pty.text().contains("still here"))
    }

    @Test func `screens one after another work alike`() throws {
      let pty = try PseudoTerminal()
      let outputs = try (0..<5).map { _ in
        let terminal = try Terminal(on: pty)
        terminal.show(Frame(["hello ●"], role: .clipped))
        terminal.leave()
        return pty.output()
      }
      #expect(Set(outputs).count == 1)
    }

    @Test func `where nothing is a terminal there is no screen`() throws {
      let pipe = Pipe()
      let descriptors = Descriptors(
        input: pipe.fileHandleForReading.fileDescriptor,
        output: pipe.fileHandleForWriting.fileDescriptor)
      #expect(throws: TerminalError.noTerminal) {
        try Terminal(
          options: TerminalOptions(), environment: ["TERM": "xterm"], descriptors: descriptors)
      }
    }
  }
}
