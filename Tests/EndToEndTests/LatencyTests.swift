import Foundation
import TerminalSupport
import Testing

extension EndToEnd {
  @Suite(.measures) struct Latency {
    @Test(arguments: ["line", "story"])
    func `the first screen comes at once`(lesson: String) throws {
      try Bar.milliseconds("start of \(lesson) to its first full screen", 30).holds {
        let start = now()
        let program = try Program([lesson])
        #expect(program.shows("Press space"))
        return (now() - start) * 1000
      }
    }

    @Test func `a key is answered at once`() throws {
      let program = try Program(["line"])
      #expect(program.shows("Press space"))
      try Bar.milliseconds("key to screen, p95", 5).holds {
        let waits = try (0..<50).map { _ in try program.answer(to: "?") }
        return quantile(0.95, of: waits) * 1000
      }
    }

    /// Neither of the key's own frame nor of the moves on the way: of the step that it made.
    @Test(arguments: [
      ("a key to its completed step, p95", ["line", "--no-animation"], " "),
      ("a key to its move, p95", ["line"], "\u{1B}[C"),
      ("a key to its step without lights, p95", ["line"], "."),
    ])
    func `keys a fifth of a second apart each show what they made at once`(
      name: String, words: [String], key: String
    ) throws {
      let program = try Program(words)
      #expect(program.shows("Press space"))
      // The evaluation after step 1, and the first light of everything.
      for _ in 0..<6 { program.type(".") }
      #expect(program.wait { _ in program.step == 6 })
      program.settle()
      Bar.milliseconds(name, 5).holds {
        let waits = (0..<30).map { _ in
          let end = now() + 0.2
          let before = program.place
          let seconds = program.seconds(from: key) { $0.place != before }
          program.watch(for: max(end - now(), 0))
          return seconds
        }
        return quantile(0.95, of: waits) * 1000
      }
    }

    @Test func `a move is taken back at once`() throws {
      let program = try Program(["story"])
      #expect(program.shows("Press space"))
      program.type("      ")
      #expect(program.wait { _ in program.step == 6 })
      program.settle()
      // Across the beginnings of two steps, which have eleven moves each.
      try Bar.milliseconds("one move back in story to screen, slowest of 24", 50).holds {
        let waits = try (0..<24).map { _ in try program.answer(to: "\u{1B}[D") }
        program.type("\u{1B}[F")
        #expect(program.wait { _ in program.step == 6 })
        program.settle()
        return (waits.max() ?? .infinity) * 1000
      }
    }

    @Test func `memory stays small`() throws {
      let isDynamic =
        try Command(["-c", "libswiftCore.so", Program.path], of: "/bin/grep").status == 0
      let bar = isDynamic ? 20.0 : 15.0
      let line = try Program(["line"])
      #expect(line.shows("Press space"))
      line.type("     ")
      #expect(line.wait { _ in line.step == 5 })
      let memory = try Facts(of: line.process).memory
      Bar.exact("resident memory of line", bar, "MB").holds { memory }
      let story = try Program(["story"])
      #expect(story.shows("Press space"))
      story.type("     ")
      #expect(story.wait { _ in story.step == 5 })
      let large = try Facts(of: story.process).memory
      Bar.exact("resident memory of story", 64, "MB").holds { large }
    }
  }
}

extension Program {
  /// Types, and tells after how many seconds the screen began to change.
  func answer(to key: String) throws -> Double {
    settle(0.04)
    return seconds(from: key) { _ in true }
  }

  /// How far the run has come: completed steps, and the move that is lit.
  fileprivate var place: String {
    let rows = screen.text.split(separator: "\n", omittingEmptySubsequences: false)
    return rows.count > 6 ? "\(step ?? 0) \(rows[6].prefix(13))" : ""
  }
}
