internal import Canvas
internal import Terminal
internal import TerminalSupport
internal import Testing

extension OneTerminal {
  @Suite struct Keys {
    @Test func `five hundred spaces in one write are five hundred keys in one wait`() throws {
      let pty = try PseudoTerminal()
      let terminal = try Terminal(on: pty)
      pty.type(String(repeating: " ", count: 500))
      #expect(terminal.soon().keys == Array(repeating: .character(" "), count: 500))
    }

    @Test(arguments: [
      ("\u{1B}[A", Key.up), ("\u{1B}OA", .up), ("\u{1B}[B", .down), ("\u{1B}OB", .down),
      ("\u{1B}[C", .right), ("\u{1B}OC", .right), ("\u{1B}[D", .left), ("\u{1B}OD", .left),
      ("\u{1B}[H", .home), ("\u{1B}OH", .home), ("\u{1B}[1~", .home), ("\u{1B}[F", .end),
      ("\u{1B}[4~", .end), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\t", .tab),
      ("\u{1B}[Z", .backTab), ("\r", .enter), ("\n", .enter), ("\u{7F}", .backspace),
      ("\u{8}", .backspace), ("\u{1B}", .escape), ("é", .character("é")), ("字", .character("字")),
      ("🙂", .character("🙂")), ("q", .character("q")), ("\u{1B}OP", .unknown), ("\u{4}", .unknown),
    ]) func `a key is known by its bytes`(bytes: String, key: Key) throws {
      for term in ["xterm-256color", "linux", "vt100", "screen"] {
        let pty = try PseudoTerminal()
        let terminal = try Terminal(on: pty, term: term)
        pty.type(bytes)
        #expect(terminal.soon().keys == [key], "on \(term)")
      }
    }

    @Test func `a sequence nobody knows is one unknown key`() throws {
      let pty = try PseudoTerminal()
      let terminal = try Terminal(on: pty)
      pty.type("a\u{1B}[27;5;113~b\u{1B}[<0;1;1Mc")
      let expected: [Key] = [
        .character("a"), .unknown, .character("b"), .unknown, .character("c"),
      ]
      #expect(terminal.soon().keys == expected)
    }

    @Test func `a broken character costs no key around it`() throws {
      let pty = try PseudoTerminal()
      let terminal = try Terminal(on: pty)
      pty.type([0x61, 0xE9, 0x62, 0xFF, 0x63])
      let expected: [Key] = [
        .character("a"), .unknown, .character("b"), .unknown, .character("c"),
      ]
      #expect(terminal.soon().keys == expected)
    }

    @Test func `a character torn by the line is put together`() throws {
      let pty = try PseudoTerminal()
      let terminal = try Terminal(on: pty)
      pty.type([0xC3])
      #expect(terminal.wait(until: now() + 0.02).timedOut)
      pty.type([0xA9])
      #expect(terminal.soon().keys == [.character("é")])
    }

    @Test func `keys typed before the screen came up are kept`() throws {
      let pty = try PseudoTerminal()
      pty.type("\n\n")
      let terminal = try Terminal(on: pty)
      pty.type("q")
      var keys: [Key] = []
      while keys.count < 3, case let wakeup = terminal.soon(), !wakeup.timedOut {
        keys += wakeup.keys
      }
      #expect(keys == [.enter, .enter, .character("q")])
    }

    @Test func `control-l draws the screen again and is no key`() throws {
      let pty = try PseudoTerminal()
      let terminal = try Terminal(on: pty)
      terminal.show(Frame(["hello"]))
      _ = pty.output()
      pty.type("\u{C}x")
      #expect(terminal.soon().keys == [.character("x")])
      #expect(pty.text().contains("hello"))
    }
  }
}
