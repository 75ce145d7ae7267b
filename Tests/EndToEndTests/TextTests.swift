import Foundation
import TerminalSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension SideBySide {
  @Suite struct OwnText {
    /// A folder of its own, with the texts that a test writes.
    private final class Folder {
      let path = FileManager.default.temporaryDirectory.path + "/fivemoves-\(UUID().uuidString)"

      init() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      }

      deinit { try? FileManager.default.removeItem(atPath: path) }

      func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
        return "\(path)/\(name)"
      }

      func file(_ name: String, _ text: String) throws -> String {
        try file(name, Array(text.utf8))
      }
    }

    private static let small = [
      "--steps", "2", "--context", "8", "--layers", "1", "--heads", "2", "--width", "16",
      "--batch-size", "4", "--micro-batches", "1",
    ]

    /// One line on standard error, at once, and no screen; the seconds are for a busy machine.
    private func expectRefusal(_ path: String, saying words: String) throws {
      for command in [["train", "story"], ["story"]] {
        let program = try Program(command + ["--text", path], width: 250)
        #expect(program.waitForExit(within: 20) == 1, "\(command) \(path)")
        let text = String(decoding: program.bytes, as: UTF8.self)
        #expect(text.split(whereSeparator: \.isNewline).count == 1, "\(text)")
        #expect(text.contains(words), "\(text)")
        #expect(!text.contains("\u{1B}"))
      }
    }

    @Test func `what is no text is refused in one line before the screen is taken`() throws {
      let folder = try Folder()
      try expectRefusal(folder.path, saying: "is a directory")
      try expectRefusal("\(folder.path)/none", saying: "does not exist")
      try expectRefusal(folder.file("empty", ""), saying: "is empty")
      try expectRefusal(folder.file("short", "a few words\n"), saying: "at least 490 are needed")
      try expectRefusal(folder.file("binary", [0x61, 0x00, 0x62]), saying: "offset 1 is zero")
      try expectRefusal(
        folder.file("latin", [0x61, 0x0A, 0x63, 0xE9, 0x0A]),
        saying: "line 2 has a wrong byte, 0xE9")
    }

    @Test func `a pipe and a device are refused without waiting for them`() throws {
      let folder = try Folder()
      #expect(mkfifo("\(folder.path)/pipe", 0o600) == 0)
      try expectRefusal("\(folder.path)/pipe", saying: "is a pipe")
      try expectRefusal("/dev/zero", saying: "is a device")
    }

    @Test(.enabled(if: geteuid() != 0, "root may read everything"))
    func `a file that may not be read is refused`() throws {
      let folder = try Folder()
      let path = try folder.file("secret", "words\n")
      chmod(path, 0)
      try expectRefusal(path, saying: "permission denied")
    }

    @Test func `a file that is too large is refused before it is read`() throws {
      let folder = try Folder()
      let path = try folder.file("large", "")
      #expect(truncate(path, 60_000_000_000) == 0)
      try expectRefusal(path, saying: "60,000,000,000 bytes")
    }

    /// Nothing but the first of its bytes is ever written: it takes no room on the disk.
    @Test func `a text that there is no room for is refused before it is read`() throws {
      let folder = try Folder()
      let path = try folder.file("long", "")
      #expect(truncate(path, 48_000_000) == 0)
      let start = now()
      let program = try Program(
        ["-c", "ulimit -d 120000; exec \"$0\" --kiosk names --text \(path)", Program.path],
        of: "/bin/sh", width: 250)
      #expect(program.waitForExit() == 1)
      #expect(now() - start < 1)
      let text = String(decoding: program.bytes, as: UTF8.self)
      #expect(text.contains("of memory, and this kiosk leaves it "), "\(text)")
      #expect(text.contains("long has 48,000,000 bytes; to learn from it takes about"))
      let words = ["train", "story", "--text", path]
      let refused = try Command(
        ["-c", "ulimit -v 120000; exec \"$0\" \"$@\"", Program.path] + words, of: "/bin/sh")
      #expect(refused.status == 1 && refused.errors.contains("has 48,000,000 bytes; to learn from"))
    }

    @Test func `a name that would steer the terminal is shown, not obeyed`() throws {
      try expectRefusal("no\u{1B}[31m\nsuch\u{202E}", saying: "'no␛[31m↵such·' does not exist")
    }

    @Test func `a lesson that reads no text is a mistake in the command`() throws {
      let refused = try Command(["train", "line", "--text", "/dev/null"])
      #expect(refused.status == 64)
      #expect(refused.errors.contains("the lesson line reads no text; --text is for story"))
      #expect(try Command(["story", "--text", ""]).status == 64)
    }

    @Test func `train tells what it reads and sends a terminal no control character`() throws {
      let folder = try Folder()
      let text = "\u{1B}[31m\u{7}\u{9B}2J\u{202E}\u{200B}e\u{301}漢字🎉👨‍👩‍👧\t\r\n"
      let path = try folder.file("wild", String(repeating: text, count: 40))
      let program = try Program(["train", "story", "--text", path] + Self.small)
      #expect(program.waitForExit() == 0)
      let shown = String(decoding: program.bytes, as: UTF8.self)
      #expect(shown.contains("characters of wild"))
      #expect(shown.contains("the last tenth is for validation"))
      let steering = shown.unicodeScalars.first {
        $0.properties.generalCategory == .control && !"\r\n".unicodeScalars.contains($0)
          || ("\u{202A}"..."\u{202E}").contains($0)
      }
      #expect(steering == nil)
    }

    @Test func `line ends and a byte order mark make no difference`() throws {
      let folder = try Folder()
      let text = (0..<60).map { "line \($0) of a small text\n" }.joined()
      let windows = "\u{FEFF}" + text.replacingOccurrences(of: "\n", with: "\r\n")
      let losses = try [text, windows].enumerated().map { place, text in
        let path = try folder.file("\(place)", text)
        return try Command(["train", "story", "--text", path] + Self.small).output
          .split(separator: "\n").filter { $0.hasPrefix("step ") || $0.hasPrefix("after ") }
          // What follows is the machine's pace.
          .map { $0.split(separator: "  lr ")[0] }
      }
      #expect(losses[0].count == 3 && losses[0] == losses[1])
    }

    @Test func `the command that repeats the run names the text, quoted for a shell`() throws {
      let folder = try Folder()
      let text = String(repeating: "the owl's nest\n", count: 60)
      let path = try folder.file("it's \u{1B}[31m.txt", text)
      let program = try Program(["story", "--text", path] + Self.small, width: 200)
      #expect(program.shows("story on it's ␛[31m.txt"))
      program.type("q")
      #expect(program.waitForExit() == 0)
      let end = String(decoding: program.bytes, as: UTF8.self)
      let word = "$'" + folder.path + #"/it\'s \x1b[31m.txt'"#
      #expect(end.contains("--text \(word)"))
      let echo = try Command(["-c", "printf %s \(word)"], of: "/bin/bash")
      #expect(echo.output == path)
    }

    @Test func `starting again keeps the text`() throws {
      let folder = try Folder()
      let path = try folder.file("nest", String(repeating: "the owl's nest\n", count: 60))
      let program = try Program(["story", "--text", path] + Self.small, width: 120)
      #expect(program.shows("story on nest"))
      program.type(" ")
      #expect(program.shows("step 1 / 2"))
      program.type("R")
      #expect(program.shows("step 0 / 2"))
      #expect(program.shows("900 characters of nest"))
    }

    @Test func `wide characters stand where they should while it runs, and after a redraw`() throws
    {
      let folder = try Folder()
      let text = "漢字かな交じり文 cafe\u{301} 👨‍👩‍👧 🎉 \u{1B}[2J 한국어\n"
      let path = try folder.file("wide", String(repeating: text, count: 60))
      let tmux = try Tmux("story --text \(path) --no-animation", width: 120, height: 40)
      #expect(try tmux.shows("story on wide"))
      for step in 1...4 {
        try tmux.type("Space")
        let ran = try tmux.wait { $0.contains("step \(step) / ") && $0.contains("paused") }
        #expect(ran.isRight)
      }
      let before = try tmux.screen()
      try tmux.type("C-z")
      #expect(try tmux.wait { _ in (try? tmux.value("alternate_on")) == "0" }.isRight)
      try tmux.type("fg", "Enter")
      let restored = try tmux.wait { $0 == before }
      #expect(restored.isRight, "\(before)\n\(restored.screen)")
    }
  }
}
