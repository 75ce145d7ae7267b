import Foundation
import TerminalSupport
import Testing

extension EndToEnd {
  @Suite struct Doctors {
    private func visit(
      _ arguments: [String] = [], width: Int = 100, height: Int = 30,
      environment: [String: String?] = [:]
    ) throws -> (text: String, sequences: ControlSequences) {
      let program = try Program(
        ["doctor"] + arguments, width: width, height: height, environment: environment)
      #expect(program.waitForExit() == 0)
      return (program.screen.text, ControlSequences(program.bytes))
    }

    @Test func `ten lines say what a good terminal can do`() throws {
      let (text, sequences) = try visit()
      #expect(text.split(separator: "\n").count == 10)
      for words in ["100 x 30", "256", "UTF-8", "braille", "clipped", "no fallback"] {
        #expect(text.contains(words), "\(text)")
      }
      #expect(sequences.tier == .indexed256)
      #expect(sequences.unwanted == [])
    }

    @Test(arguments: TerminalType.all)
    func `the samples have the colours of the screen`(terminal: TerminalType) throws {
      let (text, sequences) = try visit(environment: ["TERM": terminal.name])
      #expect(sequences.tier == terminal.tier)
      #expect(text.split(separator: "\n").count == 10)
    }

    @Test func `each fallback is named with its reason`() throws {
      let cases: [([String: String?], [String])] = [
        (["LANG": "C"], ["LANG=C is not UTF-8", "7-bit", "ascii"]),
        (["LANG": nil], ["neither LC_ALL nor LANG is set"]),
        (["LANG": "xx_XX.UTF-8"], ["C.UTF-8 stands in"]),
        (["NO_COLOR": "1"], ["NO_COLOR is set", "--color always"]),
        (["TERM": "linux"], ["white on brown", "seldom has braille"]),
        (["TERM": "xterm-kitty-9"], ["does not know the terminal", "using xterm-256color"]),
        (["TERM": "dumb"], ["cannot show a full screen", "fivemoves train"]),
        (["TERM": nil], ["TERM is not set", "TERM=xterm-256color"]),
      ]
      for (environment, words) in cases {
        let (text, _) = try visit(environment: environment)
        for word in words { #expect(text.contains(word), "\(word) is not in\n\(text)") }
      }
    }

    @Test(arguments: [(39, 24), (60, 20)])
    func `a small window is named`(width: Int, height: Int) throws {
      let (text, _) = try visit(width: width, height: height)
      #expect(text.replacing("\n", with: "").contains("\(width) x \(height)"))
      #expect(text.contains("80 x 24"))
    }

    @Test func `every line fits eighty columns and holds no control character in a pipe`() throws {
      let run = try Command(["doctor"])
      #expect(run.status == 0)
      let lines = run.output.split(separator: "\n")
      #expect(lines.filter { $0.count > 80 } == [])
      let hasEscape = run.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }
      #expect(!hasEscape)
    }
  }
}
