import Foundation
import TerminalSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension EndToEnd {
  @Suite struct RecordingsOnTheScreen {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func replay(_ words: String, after command: String = "") throws -> Program {
      let line = "cd '\(folder.path("."))' && \(command) \"$0\" replay \(words)"
      return try Program(["-c", line, Program.path], of: "/bin/sh")
    }

    /// The screen without the footer, whose keys are others, and without where the recording ends.
    private func picture(_ program: Program) -> [String] {
      program.settle()
      return program.screen.text.split(separator: "\n", omittingEmptySubsequences: false)
        .dropFirst().dropLast().map(String.init)
    }

    @Test func `what was recorded on the screen is shown again, move by move, forth and back`()
      throws
    {
      let live = try Program([
        "line", "--steps", "40", "--no-visit", "--no-animation", "--record", folder.path("r"),
      ])
      #expect(live.shows("Press space"))
      var screens: [[String]] = []
      for key in [" ", " ", "\u{1B}[C", "\u{1B}[C", "\u{1B}[C", "\u{1B}[C", "\u{1B}[C", " "] {
        live.type(key)
        screens.append(picture(live))
      }
      live.type("q")
      #expect(live.waitForExit() == 0)
      let told = String(decoding: live.bytes, as: UTF8.self)
      #expect(told.contains("fivemoves replay \(folder.path("r"))"))
      let replay = try replay("r --no-animation")
      #expect(replay.shows("nothing is trained"))
      for (number, key) in [
        " ", " ", "\u{1B}[C", "\u{1B}[C", "\u{1B}[C", "\u{1B}[C", "\u{1B}[C", " ",
      ]
      .enumerated() {
        replay.type(key)
        #expect(picture(replay) == screens[number], "\(number)")
      }
      // Back behind the last step, and to the very beginning.
      replay.type(",")
      #expect(replay.wait { _ in replay.step == 3 })
      replay.type("\u{1B}[H")
      #expect(replay.wait { _ in replay.step == 0 })
      replay.type("\u{1B}[F")
      #expect(replay.wait { _ in replay.step == 4 })
    }

    @Test func `a run that is killed leaves whole lines, and those are played`() throws {
      let live = try Program(["line", "--no-visit", "--record", folder.path("r")])
      #expect(live.shows("Press space"))
      live.type("++++\r")
      #expect(live.wait { _ in live.step ?? 0 >= 200 })
      live.signal(SIGKILL)
      _ = live.waitForExit()
      let lines = String(decoding: try folder.bytes("r"), as: UTF8.self).split(separator: "\n")
      let whole = lines.dropLast().allSatisfy {
        (try? JSONSerialization.jsonObject(with: Data($0.utf8))) is [String: Any]
      }
      #expect(whole)
      let replay = try replay("r --no-animation")
      replay.type("\u{1B}[F")
      #expect(replay.wait { _ in replay.step ?? 0 >= 199 })
    }

    @Test func `a recording comes through a pipe, and the keys from the terminal`() throws {
      #expect(try folder.train("line --steps 20 --record r").status == 0)
      let piped = try replay("- --no-animation", after: "cat r |")
      #expect(piped.shows("nothing is trained"))
      piped.type("\u{1B}[F")
      #expect(piped.wait { _ in piped.step == 20 })
      piped.type("q")
      #expect(piped.waitForExit() == 0)
    }

    /// What comes after a pause, and the end right behind it.
    @Test func `nothing is lost of a pipe that is closed behind its last bytes`() throws {
      #expect(try folder.train("line --steps 20 --record r").status == 0)
      let piped = try replay("- --no-animation", after: "(head -n 40 r; sleep 2; tail -n +41 r) |")
      #expect(piped.shows("nothing is trained"))
      piped.settle(3)
      piped.type("\u{1B}[F")
      #expect(piped.wait { _ in piped.step == 20 })
    }

    @Test func `a file that is not there yet is waited for`() throws {
      #expect(try folder.train("line --steps 6 --record r").status == 0)
      let follower = try replay("later --follow --no-animation")
      #expect(follower.shows("Waiting for"))
      try folder.write(Data(try folder.bytes("r")), "later")
      #expect(follower.shows("nothing is trained"))
      follower.type("\u{1B}[F")
      #expect(follower.wait { _ in follower.step == 6 })
    }

    @Test func `a recording that grows is followed`() throws {
      #expect(try folder.train("line --steps 20 --record r").status == 0)
      let lines = String(decoding: try folder.bytes("r"), as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: true)
      let half = lines.prefix(lines.count / 2).joined(separator: "\n") + "\n"
      try folder.write(Data(half.utf8), "g")
      let follower = try replay("g --follow --no-animation")
      #expect(follower.shows("nothing is trained"))
      follower.type("\u{1B}[F")
      #expect(follower.wait { _ in follower.step ?? 0 >= 8 })
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path("g")))
      try file.seekToEnd()
      try file.write(
        contentsOf: Data((lines.dropFirst(lines.count / 2).joined(separator: "\n") + "\n").utf8))
      // How far it goes is seen without a key.
      #expect(
        follower.wait(within: 5) {
          $0.split(separator: "\n").first?.split(separator: " ").last == "20"
        })
      #expect(follower.step ?? 20 < 20)
      follower.type(String(repeating: " ", count: 12))
      #expect(follower.wait { _ in follower.step == 20 })
    }

    @Test func `any of a hundred thousand steps is gone to at once`() throws {
      #expect(try folder.train("line --steps 100000 --log r").status == 0)
      let replay = try replay("r --no-animation")
      #expect(replay.shows("nothing is trained"))
      #expect(replay.wait(within: 60) { $0.contains("100000") || $0.contains("100,000") })
      replay.settle(2)
      for (key, step) in [("\u{1B}[F", 100_000), (",", 99_999), ("\u{1B}[H", 0)] {
        Bar.milliseconds("a jump to step \(step) of a recording", 50).holds {
          replay.type(key == "\u{1B}[F" ? "\u{1B}[H" : "\u{1B}[F")
          replay.settle(0.3)
          return replay.seconds(from: key) { $0.step == step } * 1000
        }
      }
      let memory = try Facts(of: replay.process).memory
      #expect(memory < 64, "\(memory) MB")
    }

    @Test(arguments: [
      ("nothing", "cannot be read: no such file", 1), ("empty", "is empty", 1),
      (".", "is a directory", 1), ("../../../../../../dev/zero", "is a device", 1),
      ("text", "replayed", 1), ("steps", "replayed", 1),
    ])
    func `what is no recording is refused in one line`(name: String, words: String, code: CInt)
      throws
    {
      try folder.write(Data(), "empty")
      try folder.write(Data("Once upon a time\nthere was a fox.\n".utf8), "text")
      try folder.write(Data(#"{"type":"step","step":1,"loss":2}"#.utf8), "steps")
      let refused = try Command(["replay", folder.path(name)])
      #expect(refused.status == code && refused.output.isEmpty)
      let isOneLine = refused.errors.split(separator: "\n").count == 1
      #expect(isOneLine && refused.errors.contains(words), "\(refused.errors)")
    }

    @Test func `a cast shows the pages that were open, and goes on behind them`() throws {
      let live = try Program([
        "line", "--steps", "40", "--no-visit", "--no-animation", "--record", folder.path("r"),
      ])
      #expect(live.shows("Press space"))
      for key in [" ", " ", "b", "\u{1B}", " "] {
        live.type(key)
        live.settle()
      }
      live.type("q")
      #expect(live.waitForExit() == 0)
      let made = try Command(["replay", folder.path("r"), "--cast", folder.path("c")])
      #expect(made.status == 0, "\(made.errors)")
      var screen = Emulator(width: 100, height: 30)
      var seen: [String] = []
      for line in String(decoding: try folder.bytes("c"), as: UTF8.self).split(separator: "\n") {
        let event = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any]
        screen.feed(Array((event?[2] as? String ?? "").utf8))
        seen.append(screen.text)
      }
      let page = try #require(seen.firstIndex { $0.contains("Break the loop") })
      #expect(seen[..<page].contains { $0.contains("step 2 / 40") })
      #expect(seen[page...].contains { $0.contains("step 3 / 40") })
    }

    @Test func `a cast has the whole lesson, a frame a move, at the pace of the recording`() throws
    {
      #expect(try folder.train("line --steps 6 --record r").status == 0)
      let made = try Command([
        "replay", folder.path("r"), "--cast", folder.path("c"), "--size", "80x24",
      ])
      #expect(made.status == 0 && made.output.isEmpty, "\(made.errors)")
      let lines = String(decoding: try folder.bytes("c"), as: UTF8.self).split(separator: "\n")
      let values = try lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) }
      let header = try #require(values.first as? [String: Any])
      #expect(header["version"] as? Int == 2 && header["width"] as? Int == 80)
      let events = values.dropFirst().compactMap { $0 as? [Any] }
      let times = events.compactMap { $0[0] as? Double }
      #expect(times.count == events.count && times == times.sorted())
      // What a terminal makes of it is the screen of the last step.
      var screen = Emulator(width: 80, height: 24)
      for event in events { screen.feed(Array((event[2] as? String ?? "").utf8)) }
      let picture = try Command([
        "picture", folder.path("r"), "--at", "6", "--size", "80x24",
      ])
      let rows = { (text: String) in
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      }
      #expect(rows(screen.text).dropLast() == rows(picture.output).dropLast())
    }
  }
}
