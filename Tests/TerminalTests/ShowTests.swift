internal import CTerminal
internal import Canvas
internal import Chance
internal import Terminal
internal import TerminalSupport
internal import Testing

extension OneTerminal {
  @Suite struct Showing {
    @Test func `a frame shows every cell, the last corner too`() throws {
      let pty = try PseudoTerminal()
      let terminal = try Terminal(on: pty)
      var generator = SeededGenerator(state: 1)
      let frame = Frame.random(width: 80, height: 24, using: &generator)
      terminal.show(frame)
      var screen = Emulator()
      screen.feed(settledOutput(of: terminal, on: pty))
      #expect(screen.text == frame.text)
      #expect(screen.squares[23][79].glyph == Character(frame[79, 23].glyph))
      #expect(screen.unknown.isEmpty)
      #expect(screen.privateModes.subtracting(["?7"]) == ["?1049", "?2004"])
    }

    @Test func `a hundred frames of changes look like one frame drawn afresh`() throws {
      let pty = try PseudoTerminal()
      let terminal = try Terminal(on: pty)
      var generator = SeededGenerator(state: 2)
      var bytes: [UInt8] = []
      var frame = Frame.random(width: 80, height: 24, using: &generator)
      for _ in 0..<100 {
        let patch = Frame.random(width: 20, height: 5, using: &generator)
        frame.place(
          patch, x: .random(in: -9..<80, using: &generator),
          y: .random(in: -2..<24, using: &generator))
        terminal.show(frame)
        bytes += pty.output(within: 0)
      }
      var screen = Emulator()
      screen.feed(bytes + settledOutput(of: terminal, on: pty))
      #expect(screen.text == frame.text)

      terminal.leave()
      let other = try PseudoTerminal()
      let fresh = try Terminal(on: other)
      fresh.show(frame)
      var freshScreen = Emulator()
      freshScreen.feed(settledOutput(of: fresh, on: other))
      #expect(screen.squares == freshScreen.squares)
    }

    @Test func `each frame is one write, and an unchanged one none`() throws {
      let pty = try PseudoTerminal(width: 200, height: 60)
      let terminal = try Terminal(on: pty)
      var generator = SeededGenerator(state: 3)
      for count in 1...5 {
        let frame = Frame.random(width: 200, height: 2, using: &generator)
        #expect(terminal.show(frame))
        #expect(!terminal.show(frame))
        #expect(ct_write_count() == count)
        _ = pty.output()
      }
    }

    @Test func `the hidden cursor rests where the frame says, and follows where only it moves`()
      throws
    {
      let pty = try PseudoTerminal()
      let terminal = try Terminal(on: pty)
      var screen = Emulator()
      var frame = Frame(["one", "two", "three"])
      for place in [(2, 1), (0, 2), (79, 23), (5, 0)] {
        frame.cursor = Frame.Place(x: place.0, y: place.1)
        #expect(terminal.show(frame))
        screen.feed(settledOutput(of: terminal, on: pty))
        #expect(screen.column == place.0 && screen.row == place.1)
        #expect(!screen.privateModes.contains("?25"))
      }
      frame.write("four", x: 0, y: 3)
      terminal.show(frame)
      screen.feed(settledOutput(of: terminal, on: pty))
      #expect(screen.column == 5 && screen.row == 0)
      #expect(screen.text == frame.text)
    }

    @Test func `a small change costs few bytes`() throws {
      let pty = try PseudoTerminal()
      let terminal = try Terminal(on: pty)
      terminal.show(Frame(["loss 2.41", "step 141"]))
      _ = pty.output()
      terminal.show(Frame(["loss 2.38", "step 142"]))
      #expect(pty.output().count < 30)
    }

    @Test func `roles have their colours`() throws {
      let pty = try PseudoTerminal()
      let terminal = try Terminal(on: pty)
      var frame = Frame(width: 80, height: 24)
      for role in Role.allCases { frame[Int(role.rawValue), 0] = Cell("x", role) }
      terminal.show(frame)
      var screen = Emulator()
      screen.feed(settledOutput(of: terminal, on: pty))
      func look(_ role: Role) -> Set<String> { Set(screen.squares[0][Int(role.rawValue)].look) }
      #expect(look(.text) == [])
      #expect(look(.strong) == ["1"])
      #expect(look(.lit) == ["7"])
      #expect(look(.curve) == ["38;5;33"])
      #expect(look(.clipped) == ["38;5;166"])
      #expect(look(.clippedLabel) == ["38;5;16", "48;5;208"])
    }

    @Test(arguments: ["xterm-256color", "linux", "screen", "tmux-256color", "vt100", "rxvt"])
    func `the bytes ask nothing, and change neither mouse nor colours`(term: String) throws {
      let pty = try PseudoTerminal()
      let terminal = try Terminal(on: pty, term: term)
      var generator = SeededGenerator(state: 4)
      for _ in 0..<5 {
        terminal.show(.random(width: 80, height: 24, using: &generator))
      }
      terminal.leave()
      let text = pty.text()
      let forbidden = [
        "\u{1B}[c", "\u{1B}[0c", "\u{1B}[>", "\u{1B}[=", "\u{1B}[6n", "\u{1B}[5n", "\u{1B}[?6n",
        "\u{1B}[?u", "$p", "\u{1B}]", "\u{1B}P", "?1000", "?1002", "?1003", "?1006",
        "?1034", "\u{5}",
      ]
      for sequence in forbidden { #expect(!text.contains(sequence)) }
    }

    @Test(arguments: ["xterm-256color", "linux", "vt100"])
    func `without colour no colour is sent`(term: String) throws {
      let pty = try PseudoTerminal()
      let terminal = try Terminal(on: pty, term: term, options: TerminalOptions(color: .never))
      var generator = SeededGenerator(state: 5)
      terminal.show(.random(width: 80, height: 24, using: &generator))
      terminal.leave()
      let color = /\u{1B}\[(?:[0-9;]*;)?(?:3|4|9|10)[0-9][;m]/
      #expect(pty.text().firstMatch(of: color) == nil)
    }

    @Test func `the C locale gets seven bits`() throws {
      let pty = try PseudoTerminal()
      let terminal = try Terminal(on: pty, language: "C")
      terminal.show(Frame(["loss → ⣿ é ─│╭ … ●"]))
      let output = pty.output()
      #expect(output.allSatisfy { $0 < 0x80 })
      var screen = Emulator()
      screen.feed(output)
      #expect(screen.text.hasPrefix("loss > : ? -|+ . *"))
    }

    @Test func `a glyph that is not one column wide never reaches the terminal`() throws {
      let pty = try PseudoTerminal()
      let terminal = try Terminal(on: pty)
      var frame = Frame(width: 80, height: 24)
      for (column, glyph) in ["\u{1B}", "漢", "\u{301}", "\u{7F}", "x"].enumerated() {
        frame[column, 0] = Cell(Unicode.Scalar(glyph) ?? "!")
      }
      terminal.show(frame)
      var screen = Emulator()
      screen.feed(settledOutput(of: terminal, on: pty))
      #expect(screen.text.hasPrefix("? ??x"))
    }

    @Test func `wide characters keep their columns while the screen changes`() throws {
      let pty = try PseudoTerminal()
      let terminal = try Terminal(on: pty)
      var screen = Emulator()
      var generator = SeededGenerator(state: 6)
      let glyphs = ["a", " ", "漢", "🎉", "한", "é", "·", "│", "か\u{3099}", "x\u{302}", "Ａ"]
      for _ in 0..<20 {
        var frame = Frame(width: 80, height: 24)
        for y in 0..<24 {
          let count = Int.random(in: 0...60, using: &generator)
          let text = (0..<count).map { _ in glyphs.randomElement(using: &generator) ?? "" }.joined()
          frame.write(text, x: Int.random(in: -2...20, using: &generator), y: y)
          frame.write("┃", x: 40, y: y)
        }
        terminal.show(frame)
        screen.feed(settledOutput(of: terminal, on: pty))
        #expect(screen.text == frame.text)
        #expect(screen.unknown == [])
      }
    }

    @Test(arguments: [
      ("linux", "C.UTF-8", "a· ·│"), ("xterm", "C", "a? ?|"), ("vt100", "C.UTF-8", "a· ·│"),
    ])
    func `where wide characters cannot be drawn their stand-ins keep the columns`(
      term: String, language: String, row: String
    ) throws {
      let pty = try PseudoTerminal()
      let terminal = try Terminal(on: pty, term: term, language: language)
      terminal.show(Frame(["a漢字│"]))
      var screen = Emulator()
      screen.feed(settledOutput(of: terminal, on: pty))
      let first = screen.text.prefix { $0 != "\n" }
      #expect(first.hasPrefix(row.prefix(4)) && first.hasSuffix(row.suffix(1)) && first.count == 6)
    }

    @Test func `the host gives every character the columns that the frame does`() throws {
      let pty = try PseudoTerminal()
      let terminal = try Terminal(on: pty)
      var screen = Emulator()
      let near = (0x21...0x33FF as ClosedRange<UInt32>).map { $0 }
      let far = stride(from: UInt32(0x3400), to: 0x2_0000, by: 13)
      let all = (near + far).compactMap(Unicode.Scalar.init).filter {
        $0 != "?" && $0.shown == $0 && ($0.properties.age?.major ?? 99) <= 12
      }
      for start in stride(from: 0, to: all.count, by: 960) {
        var frame = Frame(width: 80, height: 24)
        for (place, scalar) in all[start..<min(start + 960, all.count)].enumerated() {
          frame.write(String(Character(scalar)), x: place % 40 * 2, y: place / 40)
        }
        terminal.show(frame)
        screen.feed(settledOutput(of: terminal, on: pty))
        let glyphs = screen.squares.flatMap { $0 }.map(\.glyph)
        if let place = glyphs.firstIndex(of: "?") {
          Issue.record("U+\(String(frame.cells[place].glyph.value, radix: 16)) has other columns")
        }
      }
    }
  }
}
