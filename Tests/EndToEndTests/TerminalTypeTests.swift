import Foundation
import TerminalSupport
import Testing

/// A terminal's name, and the colours it has.
struct TerminalType: Sendable, CustomTestStringConvertible {
  let name: String
  let tier: ControlSequences.Tier
  var testDescription: String { name }

  static let all = [
    TerminalType(name: "xterm-256color", tier: .indexed256),
    TerminalType(name: "xterm", tier: .indexed8), TerminalType(name: "screen", tier: .indexed8),
    TerminalType(name: "tmux-256color", tier: .indexed256),
    TerminalType(name: "linux", tier: .indexed8), TerminalType(name: "vt100", tier: .mono),
    TerminalType(name: "putty", tier: .indexed8), TerminalType(name: "xterm-direct", tier: .direct),
  ]
}

extension SideBySide {
  @Suite struct TerminalTypes {
    /// The bytes of a whole visit with a clipped step in it.
    private func visit(_ environment: [String: String?]) throws -> [UInt8] {
      let program = try Program(
        ["story", "--no-animation"], width: 80, height: 24, environment: environment)
      #expect(program.shows("Press space"))
      program.type(" ")
      #expect(program.shows("evaluation"))
      program.type("?\t?q")
      program.watch(for: 0.05)
      program.type("q")
      #expect(program.waitForExit() == 0)
      return program.bytes
    }

    @Test(arguments: TerminalType.all, ["C", "C.UTF-8", "xx_XX.UTF-8"])
    func `every terminal gets its colours, its characters and no question`(
      terminal: TerminalType, language: String
    ) throws {
      for noColor in [nil, "", "1"] {
        let bytes = try visit(["TERM": terminal.name, "LANG": language, "NO_COLOR": noColor])
        let sequences = ControlSequences(bytes)
        #expect(sequences.tier == (noColor == "1" ? .mono : terminal.tier))
        #expect(sequences.unwanted == [])
        #expect(bytes.contains { $0 >= 0x80 } == (language != "C"))
      }
    }

    @Test func `a terminal that this host does not know has a stand-in, and the screen says so`()
      throws
    {
      let program = try Program(["line"], environment: ["TERM": "xterm-ghostty-of-tomorrow"])
      #expect(program.shows("Press space"))
      #expect(program.shows("using xterm-256color", within: 1))
      program.type("\t")
      #expect(program.shows("q quit", within: 2))
      #expect(!program.screen.text.contains("using xterm-256color"))
    }

    @Test func `every glyph takes one column`() throws {
      for lesson in ["line", "story"] {
        let program = try Program([lesson, "--no-animation"], width: 120, height: 40)
        #expect(program.shows("Press space"))
        for keys in [" ", "\t", "\t", "\t", "?", "q", "p", "p", "s", "y", "1", "e"] {
          program.type(keys)
          program.settle(0.06)
          let wide = program.screen.text.unicodeScalars.filter { !$0.isNarrow }
          #expect(wide.isEmpty, "\(wide)")
        }
        #expect(program.screen.unknown == [])
      }
    }
  }
}

extension Unicode.Scalar {
  /// One of the blocks of which no terminal makes two columns, unless it is set for East Asian text.
  fileprivate var isNarrow: Bool {
    switch value {
    case 0x0A, 0x20..<0x7F, 0xA0..<0x250, 0x370..<0x400, 0x2010..<0x2028, 0x2190..<0x2300,
      0x2500..<0x25FD, 0x2800..<0x2900:
      true
    default: false
    }
  }
}
