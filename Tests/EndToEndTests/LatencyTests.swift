import Foundation
import TerminalSupport
import Testing

extension EndToEnd {
  @Suite struct Latency {
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
    let start = now()
    let first = reads.count
    type(key)
    while reads.count == first, now() - start < 2 { watch(for: 0) }
    return (reads.count > first ? reads[first].time : .infinity) - start
  }
}
