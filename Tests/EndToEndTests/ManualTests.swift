import Foundation
import Testing

extension SideBySide {
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

    private func part(_ name: String) throws -> String {
      let page = try page()
      let start = try #require(page.range(of: ".SH \(name)\n")).upperBound
      return String(page[start...]).components(separatedBy: "\n.SH")[0]
    }

    /// A run writes down what it was made with, and the list of lessons says how many steps.
    @Test(arguments: ["line", "spiral", "names", "story"])
    func `an option's default is what the lesson is made with`(lesson: String) throws {
      let folder = try TemporaryFolder()
      let log = folder.path("log")
      _ = try Command(["train", lesson, "--steps", "1", "--log", log])
      let first = try String(contentsOfFile: log, encoding: .utf8).prefix { $0 != "\n" }
      let run = try #require(
        try JSONSerialization.jsonObject(with: Data(first.utf8)) as? [String: Any])
      let lessons = try Command(["lessons"]).output
      let list = try #require(
        lessons.firstMatch(of: try Regex("\\n?\(lesson)\\n(?: .*\\n)*?  steps   ([0-9,]+),")))
      let steps = try #require(Double(list.output[1].substring?.replacing(",", with: "") ?? ""))
      var told: Set<String> = []
      let options = try part("OPTIONS")
      for found in options.matches(of: /\\fB--([a-z0-9-]+)\\fR[^\n]*\n[^\n]*Default: ([^\n]*)\.\n/)
      {
        let groups = String(found.2).components(separatedBy: "; ").map {
          $0.components(separatedBy: " in ")
        }
        let group = groups.first { $0.count == 1 || $0[1].contains(lesson) }
        guard let value = group?[0] else { continue }
        let name = String(found.1).replacing("-", with: "_")
        told.insert(name)
        let made = try #require(name == "steps" ? steps : run[name], "\(name)")
        let isSame =
          Double(value).map { $0 == (made as? NSNumber)?.doubleValue ?? (made as? Double) }
          ?? (value == made as? String)
        #expect(isSame, "\(name): \(value), not \(made)")
      }
      #expect(
        told.isSuperset(of: [
          "steps", "batch_size", "learning_rate", "optimizer", "seed", "max_norm",
        ]))
      #expect(told.contains("heads") == (lesson == "story"))
      #expect(told.contains("dropout") == (lesson == "story"))
    }

    @Test func `the temperature that a lesson writes at stands in the page, and is used`() throws {
      let folder = try TemporaryFolder()
      for (lesson, temperature) in [("names", "1"), ("story", "0.8")] {
        let file = folder.path(lesson)
        _ = try Command(["train", lesson, "--steps", "1", "--save", file])
        let told = try #require(
          try page().firstMatch(of: try Regex("[ (]([0-9.]+) in \(lesson)[,)]"))?.output[1]
            .substring)
        #expect(Double(told) == Double(temperature))
        let texts = try [[], ["--temperature", temperature], ["--temperature", "0.5"]].map {
          try Command(["sample", file, "--length", "200"] + $0).output
        }
        #expect(texts[0] == texts[1] && texts[0] != texts[2], "\(lesson)")
      }
    }

    @Test func `what bench measures stands in the page and in its help`() throws {
      let help = try Command(["bench", "--help"]).output
      for (task, parameters) in [("a", "337"), ("b", "11,897"), ("c", "804,096")] {
        #expect(try page().contains("\n\\fB\(task)\\fR\n"))
        #expect(help.contains("\n  \(task)  "))
        let run = try Command(["bench", "--task", task, "--seconds", "0.01"]).output
        #expect(run.contains(" \(parameters) "), "\(run)")
      }
      // 2·16 + 16, 16·16 + 16 and 16 + 1 numbers: the 337.
      #expect(help.contains("MLP 2-16-16-1, batch 32"))
    }

    @Test func `the key that closes what is open stands in the page and in the help`() throws {
      #expect(try part("KEYS").contains("\\fBesc\\fR\nClose a page, a question, the search"))
      let help = try Command(["--help"]).output
      #expect(help.contains("\n  esc         close a page, a question"))
    }

    /// The lines are obeyed as they stand there.
    @Test func `the page says how a shell completes, and bash then does`() throws {
      let completions = try part("COMPLETIONS")
      for shell in ["bash", "zsh", "fish"] {
        let script = "--generate-completion-script \(shell)"
        #expect(completions.contains(script))
      }
      let line = try #require(completions.firstMatch(of: /\n(eval [^\n]* bash\)")\n/)).1
      let folder = (Program.path as NSString).deletingLastPathComponent
      let run = try Command(
        ["-c", "PATH='\(folder)':$PATH; \(line); complete -p fivemoves"], of: "/bin/bash")
      #expect(run.status == 0 && run.output.contains("_fivemoves"), "\(run)")
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
