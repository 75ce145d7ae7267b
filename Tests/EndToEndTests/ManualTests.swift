import Foundation
import Testing

extension EndToEnd {
  @Suite struct ManualPage {
    private func page() throws -> String {
      let run = try Command(["manual"])
      #expect(run.status == 0 && run.errors.isEmpty)
      return run.output.replacing("\\-", with: "-")
    }

    private static let commands = [
      "train", "sample", "picture", "watch", "module", "teach", "follow", "replay", "lessons",
      "breakages", "bench", "doctor", "manual",
    ]

    @Test(arguments: commands)
    func `every option of a command's help stands in its part of the page`(command: String) throws {
      let page = try page()
      let start = try #require(page.range(of: ".SS fivemoves \(command)\n")).upperBound
      let part = String(page[start...]).components(separatedBy: "\n.S")[0]
      let help = try Command([command, "--help"]).output
      for option in help.matches(of: /\n  (?:-h, )?(--[a-z0-9-]+)/).map({ String($0.1) })
      where !["--version", "--help"].contains(option) {
        let isTold =
          part.contains("\\fB\(option)\\fR") || part.contains("\(option),")
          || part.contains("\(option).")
        #expect(isTold, "\(option) in\n\(part)")
      }
    }

    @Test func `the key that asks a class stands in the help and in the page`() throws {
      let words = "in a class (fivemoves teach), ask it: its answers are counted as they come"
      let help = try Command(["--help"]).output
      let lines = help.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(lines.contains(" a \(words) "), "\(help)")
      #expect(try page().contains("\\fBa\\fR\nIn\(words.dropFirst(2))"))
    }

    @Test func `every variable that the program reads stands in the page`() throws {
      let page = try page()
      let root = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources").standardizedFileURL.path
      var read: Set<String> = []
      for name in try FileManager.default.subpathsOfDirectory(atPath: root)
      where [".swift", ".c", ".py"].contains(where: name.hasSuffix) {
        let text = try String(contentsOfFile: "\(root)/\(name)", encoding: .utf8)
        let reading =
          #/(?:getenv|isSet|environment|environ|environ\.get|_whole|_seconds)[(\[]"([A-Z_]+)"/#
        for found in text.matches(of: reading) { read.insert(String(found.1)) }
      }
      #expect(
        read.isSuperset(of: [
          "TERM", "NO_COLOR", "XDG_RUNTIME_DIR", "FIVEMOVES_NO_VISIT", "FIVEMOVES", "RANK",
          "TERMINFO",
        ]))
      let part = try #require(page.components(separatedBy: ".SH ENVIRONMENT\n").last)
        .components(separatedBy: "\n.SH")[0]
      for variable in read {
        #expect(part.contains(try Regex("[ B]\(variable)(,|\\\\fR)")), "\(variable)")
      }
    }

    @Test func `every command stands in the synopsis, and a picture of a recording too`() throws {
      let synopsis = try page().components(separatedBy: ".SH DESCRIPTION")[0]
      for command in Self.commands { #expect(synopsis.contains("\nfivemoves \(command)")) }
      #expect(synopsis.contains("\nfivemoves picture <file> --at <step>"))
    }

    @Test func `lessons and keys stand in it as the program has them`() throws {
      let page = try page()
      for lesson in ["line", "spiral", "names", "story"] {
        #expect(page.contains(".TP\n\\fB\(lesson)\\fR\n"))
      }
      for words in ["make one training step", "take back the last move", "break the loop"] {
        #expect(page.lowercased().contains(words))
      }
    }

    @Test func `man has nothing to complain of, and shows lines of eighty columns`() throws {
      let shown = try Command(
        ["-c", "'\(Program.path)' manual | MANWIDTH=80 man --warnings -l - | col -b"],
        of: "/bin/sh")
      #expect(shown.errors == "" && shown.output.contains("\nEXIT STATUS\n"))
      for line in shown.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    }
  }
}
