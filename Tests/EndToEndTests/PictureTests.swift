import Foundation
import TerminalSupport
import Testing

extension SideBySide {
  @Suite struct Pictures {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Without blanks at the ends of lines and rows.
    private func rows(_ text: String) -> [String] {
      var rows = text.split(separator: "\n", omittingEmptySubsequences: false).map { row in
        String(row.reversed().drop { $0 == " " }.reversed())
      }
      while rows.last == "" { rows.removeLast() }
      return rows
    }

    @Test(arguments: [("line", 9, 80, 24), ("spiral", 20, 100, 30), ("spiral", 0, 120, 40)])
    func `a picture is the screen that stands in a terminal of that size`(
      lesson: String, steps: Int, width: Int, height: Int
    ) throws {
      let tmux = try Tmux("\(lesson) --no-visit", width: width, height: height)
      #expect(try tmux.shows("Press space"))
      for step in 0..<steps {
        try tmux.type("Space")
        #expect(try tmux.shows("step \(step + 1) /"))
      }
      let picture = try Command([
        "picture", lesson, "--at", "\(steps)", "--size", "\(width)x\(height)",
      ])
      #expect(picture.status == 0 && picture.errors.isEmpty)
      let seen = try tmux.wait { rows($0) == rows(picture.output) }
      #expect(seen.isRight, "\(seen.screen)\n\(picture.output)")
    }

    @Test func `the SVG and the plain text have the same words in the same cells`() throws {
      let (svg, plain) = (folder.path("a.svg"), folder.path("a.txt"))
      let made = try Command([
        "picture", "line", "--at", "5.backward", "--svg", svg, "--plain", plain, "--ascii",
      ])
      #expect(made.status == 0 && made.output.isEmpty)
      let text = String(decoding: try folder.bytes("a.txt"), as: UTF8.self)
      let drawn = words(String(decoding: try folder.bytes("a.svg"), as: UTF8.self), 100, 30)
      #expect(rows(drawn) == rows(text))
      #expect(text.contains("in step 5"))
      #expect(folder.names == ["a.svg", "a.txt"])
    }

    /// Where the text of a picture puts each of its characters.
    private func words(_ svg: String, _ width: Int, _ height: Int) -> String {
      var cells = Array(repeating: Array(repeating: Character(" "), count: width), count: height)
      let pattern = /<text x="([0-9 ]+)" y="([0-9]+)"[^>]*>([^<]*)<\/text>/
      for match in svg.matches(of: pattern) {
        let content = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
          .reduce(String(match.3)) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
        for (x, glyph) in zip(match.1.split(separator: " ").compactMap { Int($0) }, content) {
          cells[(Int(match.2) ?? 0) / 18][x / 9] = glyph
        }
      }
      return cells.map { String($0) }.joined(separator: "\n")
    }

    private func screen(_ options: String) throws -> Program {
      try Program(
        ["-c", "cd '\(folder.path("."))' && exec \"$0\" \(options)", Program.path], of: "/bin/sh")
    }

    @Test func `S keeps the screen in a file of its own each time, and says where`() throws {
      try folder.write(Data("mine".utf8), "fivemoves-line-1.svg")
      let program = try screen("line --no-visit --no-animation")
      #expect(program.shows("Press space"))
      program.type(" ")
      #expect(program.wait { _ in program.step == 1 })
      program.type("S")
      #expect(program.shows("fivemoves-line-1-2.svg"))
      program.type("?")
      #expect(program.shows("closes this page"))
      program.type("S")
      #expect(program.shows("fivemoves-line-1-3.svg"))
      let names = (1...3).map { $0 == 1 ? "fivemoves-line-1.svg" : "fivemoves-line-1-\($0).svg" }
      #expect(folder.names == names.sorted())
      #expect(try folder.bytes(names[0]) == Data("mine".utf8))
      let help = String(decoding: try folder.bytes(names[2]), as: UTF8.self)
      #expect(help.contains("closes this page") && help.hasSuffix("</svg>\n"))
    }

    /// Sixteen blocks of 512 bytes are room for each frame of the screen, and not for its picture.
    @Test func `a picture longer than the shell allows is told in a line, and the screen goes on`()
      throws
    {
      let start = "cd '\(folder.path("."))' && ulimit -f 16;"
      let made = try Command(
        ["-c", "\(start) \"$0\" picture line --at 1 --svg a.svg", Program.path], of: "/bin/sh")
      #expect(made.status == 1 && made.errors.contains("a.svg cannot be written: file too large."))
      #expect(made.errors.split(separator: "\n").count == 1, "\(made.errors)")
      let program = try Program(
        ["-c", "\(start) exec \"$0\" line", Program.path], of: "/bin/sh", width: 120)
      #expect(program.shows("Press space"))
      program.type("S")
      #expect(program.shows("cannot be written: file too large"))
      program.type("q")
      #expect(program.waitForExit() == 0 && folder.names.isEmpty, "\(folder.names)")
    }

    @Test func `a kiosk keeps no picture and says so`() throws {
      let program = try screen("line --kiosk --no-visit")
      #expect(program.shows("Press space"))
      program.type("S")
      #expect(program.shows("S keeps no picture here"))
      #expect(folder.names == [])
    }

    @Test(arguments: [
      ("line", "--at"), ("line --at x", "--at"), ("line --at -1", "--at"),
      ("line --at 3.jump", "--at"), ("line --at 0.clip", "--at"),
      ("line --at 3 --size 10x4", "--size"), ("line --at 3 --size big", "--size"),
      ("spiral --at 3 --panel numbers", "reading, code"), ("line --at 3 --panel x", "--panel"),
      ("line --at 3 --svg none/a.svg", "no such file"), ("line --at 3 --svg .", "is a directory"),
      ("line --at 3 --svg a --plain a", "--plain"), ("line --at 3 --svg ''", "--svg"),
      ("story --at 3 --text none.txt", "--plain"), ("line --at 3 --theme dark", "--theme"),
      ("line --at 3.step --break no-step", "no step in step 3"),
    ])
    func `what cannot be drawn is told in one line, and no file is left`(
      options: String, words: String
    ) throws {
      let line = "cd '\(folder.path("."))' && exec \"$0\" picture \(options)"
      let refused = try Command(["-c", line, Program.path], of: "/bin/sh")
      #expect(refused.status != 0 && refused.output.isEmpty)
      #expect(refused.errors.contains(words), "\(refused.errors)")
      #expect(refused.errors.split(separator: "\n").count == 1, "\(refused.errors)")
      #expect(folder.names == [])
    }

    @Test func `one that is ended while it trains leaves nothing, and the old file whole`() throws {
      try folder.write(Data("old".utf8), "a.svg")
      let line =
        "cd '\(folder.path("."))' && timeout 1 \"$0\" picture story --at 100000 "
        + "--steps 100000 --svg a.svg"
      #expect(try Command(["-c", line, Program.path], of: "/bin/sh").status == 124)
      #expect(folder.names == ["a.svg"])
      #expect(try folder.bytes("a.svg") == Data("old".utf8))
    }

    @Test(arguments: ["", "-dark"])
    func `the picture of the front page is what the program makes`(theme: String) throws {
      let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
      let kept = try String(
        contentsOf: root.appendingPathComponent("demo/screen\(theme).svg"), encoding: .utf8)
      let path = folder.path("a.svg")
      let made = try Command([
        "picture", "story", "--at", "612", "--size", "80x24", "--svg", path, "--theme",
        theme.isEmpty ? "light" : "dark",
      ])
      #expect(made.status == 0)
      let new = String(decoding: try folder.bytes("a.svg"), as: UTF8.self)
      #expect(sameOnEveryMachine(kept) == sameOnEveryMachine(new))
    }

    /// Texts without a figure, but for the sentence, which names the largest change.
    private func sameOnEveryMachine(_ svg: String) -> [Substring] {
      svg.split(separator: "\n").filter { line in
        guard line.hasPrefix("<text") else { return !line.hasPrefix("<path") }
        let (row, words) = (line.split(separator: "\"")[3], line.split(separator: ">")[1])
        return !["122", "140", "158"].contains(row) && !words.contains(where: \.isNumber)
          && !["clipped</text", "kept</text"].contains(words)
      }
    }
  }
}
