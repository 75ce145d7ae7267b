import Foundation
import TerminalSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension SideBySide {
  @Suite struct Kiosks {
    @Test func `a kiosk cannot be stopped`() throws {
      let program = try Program(["--kiosk", "line"])
      #expect(program.shows("Press space"))
      program.type("\u{1A} ")
      #expect(program.wait { _ in program.step == 1 })
      program.signal(SIGTSTP)
      program.type(" ")
      #expect(program.wait { _ in program.step == 2 })
    }

    @Test func `a kiosk lowers its priority, trains on one thread and leaves root`() throws {
      let program = try Program(["--kiosk", "story"])
      #expect(program.shows("Press space"))
      program.type("  ")
      #expect(program.wait { _ in program.step == 2 })
      let facts = try Facts(of: program.process)
      #expect(facts.niceness >= 10)
      #expect(facts.threads == 2)
      let status = try String(
        contentsOfFile: "/proc/\(program.process)/status", encoding: .utf8)
      let users = try #require(status.split(separator: "\n").first { $0.hasPrefix("Uid:") })
      #expect(!users.split(separator: "\t").dropFirst().contains("0"))
    }

    @Test func `a kiosk has a ceiling for memory and can write no file of any size`() throws {
      let program = try Program(["--kiosk", "line"])
      #expect(program.shows("Press space"))
      let limits = try String(
        contentsOfFile: "/proc/\(program.process)/limits", encoding: .utf8)
      func limit(_ name: String) -> Int? {
        let line = limits.split(separator: "\n").first { $0.hasPrefix(name) }
        return line?.dropFirst(name.count).split(separator: " ").dropFirst().first.flatMap {
          Int($0)
        }
      }
      #expect(limit("Max data size") == 256 << 20)
      #expect(limit("Max file size") == 16 << 20)
      #expect(limit("Max core file size") == 0)
      #expect(limit("Max open files") == 64)
    }

    @Test func `a kiosk makes no more than eight steps a second`() throws {
      let program = try Program(["--kiosk", "line"])
      #expect(program.shows("Press space"))
      program.type(String(repeating: "+", count: 9) + "\r")
      #expect(program.shows("running 8/s"))
      let before = program.step ?? 0
      program.watch(for: 2)
      let ran = (program.step ?? 0) - before
      #expect(ran >= 1 && ran <= 18, "\(ran) steps in two seconds")
      program.type("\r")
      program.settle(0.5)
      let paused = program.step ?? 0
      program.type(String(repeating: " ", count: 200))
      program.watch(for: 2)
      let typed = (program.step ?? 0) - paused
      #expect(typed >= 1 && typed <= 18, "\(typed) typed steps in two seconds")
    }

    @Test(arguments: [[], ["--kiosk"]])
    func `a program that nobody uses leaves`(kiosk: [String]) throws {
      let program = try Program(kiosk + ["line", "--idle-exit", "0.02"])
      #expect(program.shows("Press space"))
      // It runs by itself, which is not a key.
      program.type("\r")
      let start = now()
      #expect(program.waitForExit(within: 10) == 0)
      #expect(now() - start >= 1.1)
      let text = String(decoding: program.bytes, as: UTF8.self)
      #expect(text.contains("No key came for 0.02 minutes"))
      #expect(program.pty.modes == program.before)
    }

    @Test(arguments: ["dumb", nil, "no-such-terminal"])
    func `a kiosk on a terminal that cannot draw names no other command`(type: String?) throws {
      let program = try Program(["--kiosk", "line"], environment: ["TERM": type])
      #expect(program.waitForExit() == 2)
      let text = String(decoding: program.bytes, as: UTF8.self)
      #expect(text.split(whereSeparator: \.isNewline).count == 1)
      #expect(!text.contains("fivemoves train"))
    }

    @Test func `places are free again however a session ends`() throws {
      let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("fivemoves-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      for place in ["1", "2"] { try Data().write(to: folder.appendingPathComponent(place)) }
      let words = ["--kiosk", "line", "--slots", folder.path]
      for signal in [SIGKILL, SIGSEGV, SIGTERM] {
        let two = try (0..<2).map { _ in try Program(words) }
        for program in two { #expect(program.shows("Press space")) }
        #expect(try Program(words).waitForExit() == 2)
        for program in two { program.signal(signal) }
        for program in two { #expect(program.waitForExit() == 128 + signal) }
      }
      #expect(try Program(["--kiosk", "--slots", "/nowhere"]).waitForExit() == 2)
    }
  }
}
