internal import CTerminal
internal import Canvas
internal import Chance
internal import Platform
internal import Terminal
internal import TerminalSupport
internal import Testing

extension OneTerminal {
  @Suite struct Stalling {
    /// Shows frames that nobody reads until the terminal takes no more.
    private func stall(_ terminal: Terminal, from generator: inout SeededGenerator) {
      for _ in 0..<50 where !ct_busy() {
        terminal.show(.random(width: 80, height: 24, using: &generator))
      }
      #expect(ct_busy())
    }

    @Test(arguments: [true, false])
    func `a terminal that stalled shows the newest frame when it recovers`(reopens: Bool) throws {
      let pty = try PseudoTerminal()
      let terminal = try Terminal(on: pty, reopens: reopens)
      var generator = SeededGenerator(state: 7)
      stall(terminal, from: &generator)
      let writes = ct_write_count()
      let frames = (0..<100).map { _ in
        Frame.random(width: 80, height: 24, using: &generator)
      }
      for frame in frames { terminal.show(frame) }
      #expect(ct_write_count() == writes)
      pty.type("k")
      #expect(terminal.soon().keys == [.character("k")])

      var screen = Emulator()
      screen.feed(settledOutput(of: terminal, on: pty))
      #expect(screen.text == frames.last?.text)
      #expect(ct_write_count() - writes <= 10)
    }

    @Test(arguments: [true, false])
    func `leaving a terminal that stalled takes less than half a second`(reopens: Bool) throws {
      let pty = try PseudoTerminal()
      let modes = pty.modes
      let terminal = try Terminal(on: pty, reopens: reopens)
      var generator = SeededGenerator(state: 8)
      stall(terminal, from: &generator)
      let start = now()
      terminal.leave()
      #expect(now() - start < 0.5)
      #expect(pty.modes == modes)
      let text = pty.text()
      #expect(text.utf8.count <= 32_000)
      if reopens { #expect(text.contains("\u{1B}[?1049l")) }
    }
  }
}
