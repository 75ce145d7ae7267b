internal import CTerminal
internal import Canvas
internal import Chance
internal import Foundation
internal import Platform
internal import Terminal
internal import TerminalSupport
internal import Testing

extension OneTerminal {
  @Suite struct Waiting {
    @Test func `a deadline ends a wait, neither early nor with anything else`() throws {
      let pty = try PseudoTerminal()
      let terminal = try Terminal(on: pty)
      let start = now()
      let wakeup = terminal.wait(until: start + 0.05)
      #expect(wakeup.timedOut)
      #expect(now() - start >= 0.05)
      #expect(wakeup.keys.isEmpty && !wakeup.resized && !wakeup.woken && !wakeup.hungUp)
    }

    @Test func `another descriptor wakes`() throws {
      let pty = try PseudoTerminal()
      let terminal = try Terminal(on: pty)
      let pipe = Pipe()
      pipe.fileHandleForWriting.write(Data([1]))
      let wakeup = terminal.wait(
        until: now() + 2, wake: pipe.fileHandleForReading.fileDescriptor)
      #expect(wakeup.woken)
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP])
    func `a signal is reported, not obeyed`(signal: CInt) throws {
      let pty = try PseudoTerminal()
      let terminal = try Terminal(on: pty)
      kill(getpid(), signal)
      #expect(terminal.soon().signals == [signal])
    }

    @Test func `a terminal that is gone hangs up`() throws {
      let pty = try PseudoTerminal()
      let other = try PseudoTerminal()
      let input = open(other.path, O_RDWR | O_NOCTTY)
      let terminal = try Terminal(
        options: TerminalOptions(), environment: ["TERM": "xterm"],
        descriptors: Descriptors(input: input, output: pty.slave, errors: -1))
      other.hangUp()
      let start = now()
      #expect(terminal.soon().hungUp)
      #expect(now() - start < 0.1)
      terminal.leave()
      close(input)
    }

    @Test func `a window that changes its size is followed`() throws {
      let pty = try PseudoTerminal()
      let terminal = try Terminal(on: pty)
      terminal.show(Frame(["hello"]))
      pty.resize(width: 100, height: 30)
      kill(getpid(), SIGWINCH)
      let wakeup = terminal.soon()
      #expect(wakeup.resized && wakeup.keys.isEmpty)
      #expect(terminal.size == (100, 30))
    }

    @Test func `three hundred sizes later the screen is what a fresh one would be`() throws {
      let pty = try PseudoTerminal()
      let terminal = try Terminal(on: pty)
      var generator = SeededGenerator(state: 6)
      for _ in 0..<300 {
        let width = Int.random(in: 1...200, using: &generator)
        let height = Int.random(in: 1...60, using: &generator)
        pty.resize(width: width, height: height)
        kill(getpid(), SIGWINCH)
        _ = terminal.soon()
        #expect(terminal.size == (width, height))
        terminal.show(.random(width: width, height: height, using: &generator))
        _ = pty.output(within: 0)
      }
      pty.resize(width: 80, height: 24)
      kill(getpid(), SIGWINCH)
      #expect(terminal.soon().resized)
      var screen = Emulator()
      screen.feed(settledOutput(of: terminal, on: pty))
      let frame = Frame.random(width: 80, height: 24, using: &generator)
      terminal.show(frame)
      screen.feed(settledOutput(of: terminal, on: pty))
      #expect(screen.text == frame.text)
    }

    @Test func `a window of no size counts as eighty by twenty-four`() throws {
      let terminal = try Terminal(on: PseudoTerminal(width: 0, height: 0))
      #expect(terminal.size == (80, 24))
    }
  }
}
