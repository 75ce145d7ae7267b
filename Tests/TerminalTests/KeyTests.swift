internal import Canvas
internal import Foundation
internal import Platform
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

    @Test(arguments: [
      "\u{1B}[27;5;113~", "\u{1B}[15~", "\u{1B}[15;5~", "\u{1B}[2~", "\u{1B}[3~", "\u{1B}OP",
      "\u{1B}[1;5P", "\u{1B}[1;2R", "\u{1B}[1;5C", "\u{1B}[97;5u", "\u{1B}[E", "\u{1B}[[A",
      "\u{4}", "\u{1B}[24;2~",
    ]) func `a key that nothing is bound to is a key all the same`(bytes: String) throws {
      for term in ["xterm-256color", "linux", "vt100", "tmux-256color"] {
        let pty = try PseudoTerminal()
        let terminal = try Terminal(on: pty, term: term)
        pty.type("a\(bytes)b")
        #expect(terminal.soon().keys == [.character("a"), .unknown, .character("b")], "on \(term)")
      }
    }

    @Test(arguments: [
      "\u{1B}[<0;1;1M", "\u{1B}[?62;22c", "\u{1B}[>41;354;0c", "\u{1B}[?1;2c", "\u{1B}[24;80R",
      "\u{1B}[1;1R", "\u{1B}[0n", "\u{1B}[I", "\u{1B}[O", "\u{1B}[?2026;2$y", "\u{1B}[?1u",
      "\u{1B}[8;24;80t",
    ]) func `a report of the terminal is no key`(bytes: String) throws {
      for term in ["xterm-256color", "linux", "vt100", "tmux-256color"] {
        let pty = try PseudoTerminal()
        let terminal = try Terminal(on: pty, term: term)
        pty.type("a\(bytes)b")
        #expect(terminal.soon().keys == [.character("a"), .report, .character("b")], "on \(term)")
      }
    }

    /// What terminals send late or unasked: a name, a colour, a capability, a picture's receipt.
    static let strings = [
      "\u{1B}]11;rgb:2828/2828/2828\u{7}", "\u{1B}]l✓ quit\u{1B}\\", "\u{1B}P1+r524742=38\u{1B}\\",
      "\u{1B}P>|xterm q(370)\u{7}", "\u{1B}_Gi=31;OK\u{1B}\\", "\u{1B}^private q\u{1B}\\",
      "\u{1B}Xstart of q\u{1B}\\", "\u{9D}11;rgb:ff/ff/ff\u{9C}", "\u{90}1$r0m\u{9C}",
    ]

    @Test(arguments: strings)
    func `a string of the terminal's is no key, wherever it is cut in two`(string: String) throws {
      let pty = try PseudoTerminal()
      let terminal = try Terminal(on: pty)
      let bytes = Array(string.utf8)
      for cut in 1...bytes.count {
        pty.type(Array(bytes[..<cut]))
        var keys = terminal.wait(until: now() + 0.02).keys
        pty.type(Array(bytes[cut...]) + [0x78])
        while keys.last != .character("x"), case let more = terminal.soon(), !more.timedOut {
          keys += more.keys
        }
        // An escape that stands alone is the escape key to anyone.
        let isAlone = cut == 1 && bytes[0] == 0x1B && bytes[1] != UInt8(ascii: "_")
        if bytes[1] != UInt8(ascii: "_") || cut > 1 {
          #expect(keys == (isAlone ? [.escape] : []) + [.character("x")], "cut at \(cut)")
        }
      }
    }

    @Test func `eight-bit strings end where no character is cut`() throws {
      let pty = try PseudoTerminal()
      let terminal = try Terminal(on: pty)
      // The check mark's middle byte looks like the end of the string.
      pty.type([0x9D] + Array("l✓q".utf8) + [0x9C] + Array("a".utf8) + [0x9B] + Array("6n".utf8))
      #expect(terminal.soon().keys == [.character("a"), .report])
    }

    @Test func `a string that never ends gives the keyboard back after three seconds`() throws {
      let pty = try PseudoTerminal()
      let terminal = try Terminal(on: pty)
      pty.type("\u{1B}]qqq")
      #expect(terminal.wait(until: now() + 2).timedOut)
      pty.type("q")
      #expect(terminal.wait(until: now() + 1.1).timedOut)
      pty.type("q")
      #expect(terminal.soon().keys == [.character("q")])
      pty.type("\u{1B}Pqqq")
      #expect(terminal.wait(until: now() + 0.1).timedOut)
      pty.type("\u{1B}[Aq")
      #expect(terminal.soon().keys == [.up, .character("q")])
    }

    @Test func `what is pasted is one piece, however it arrives`() throws {
      let pty = try PseudoTerminal()
      let terminal = try Terminal(on: pty)
      let bytes = Array("\u{1B}[200~q r\n✓\u{C}\u{1B}[20\u{1B}[201~x".utf8)
      let expected: [Key] = [.paste("q r\n✓\u{C}\u{1B}[20"), .character("x")]
      pty.type(bytes)
      #expect(terminal.soon().keys == expected)
      for cut in 7..<bytes.count {
        pty.type(Array(bytes[..<cut]))
        var keys = terminal.wait(until: now() + 0.02).keys
        pty.type(Array(bytes[cut...]))
        while keys.last != .character("x"), case let more = terminal.soon(), !more.timedOut {
          keys += more.keys
        }
        #expect(keys == expected, "cut at \(cut)")
      }
    }

    @Test func `control characters within a paste are text, outside of it they are signals`()
      throws
    {
      let pty = try PseudoTerminal()
      let terminal = try Terminal(on: pty)
      pty.type("\u{1B}[200~a\u{3}b\u{1A}c\u{1C}d\u{1B}[201~x")
      let pasted = terminal.soon()
      #expect(pasted.keys == [.paste("a\u{3}b\u{1A}c\u{1C}d"), .character("x")])
      #expect(pasted.signals.isEmpty)
      for (byte, signal) in [("\u{3}", SIGINT), ("\u{1A}", SIGTSTP), ("\u{1C}", SIGQUIT)] {
        pty.type(byte)
        let typed = terminal.soon()
        #expect(typed.signals == [signal] && typed.keys.isEmpty)
      }
    }

    @Test func `a paste whose end is lost gives the keyboard back by itself after three seconds`()
      throws
    {
      let pty = try PseudoTerminal()
      let terminal = try Terminal(on: pty)
      let start = now()
      pty.type("\u{1B}[200~qqq")
      let over = terminal.wait(until: start + 5)
      #expect(over.keys == [.paste("qqq")])
      #expect((3..<3.5).contains(now() - start))
      pty.type("q\u{3}")
      let typed = terminal.soon()
      #expect(typed.keys == [.character("q")])
      #expect(typed.signals + terminal.wait(until: now() + 0.1).signals == [SIGINT])
    }

    @Test func `a paste longer than one read holds is one piece, however long it was quiet before`()
      throws
    {
      let pty = try PseudoTerminal()
      let terminal = try Terminal(on: pty)
      pty.type("\u{1B}[200~" + String(repeating: "q", count: 9000) + "\u{1B}[201~x")
      var keys: [Key] = []
      while keys.last != .character("x"), case let more = terminal.soon(), !more.timedOut {
        keys += more.keys
      }
      #expect(keys == [.paste(String(repeating: "q", count: 4096)), .character("x")])
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

    @Test func `control-l draws the screen again, and is bound to nothing else`() throws {
      let pty = try PseudoTerminal()
      let terminal = try Terminal(on: pty)
      terminal.show(Frame(["hello"]))
      _ = pty.output()
      pty.type("\u{C}x")
      #expect(terminal.soon().keys == [.redraw, .character("x")])
      #expect(pty.text().contains("hello"))
    }
  }
}
