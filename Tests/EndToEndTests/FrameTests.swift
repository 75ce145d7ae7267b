import Foundation
import TerminalSupport
import Testing

extension EndToEnd {
  @Suite struct Frames {
    @Test func `each frame is one write`() throws {
      let traced = try Traced(["story"])
      #expect(traced.program.shows("Press space"))
      for _ in 0..<10 {
        let frame = try traced.writes { traced.program.type("?") }
        #expect(frame.count == 1)
      }
    }

    @Test func `there are at most thirty frames a second`() throws {
      let traced = try Traced(["line", "--steps", "10000000"])
      #expect(traced.program.shows("Press space"))
      traced.program.type("++++\r")
      traced.program.watch(for: 3)
      let times = try traced.writes().map(\.time).dropFirst()
      let first = try #require(times.first)
      let last = try #require(times.last)
      #expect(last - first > 2)
      #expect(Double(times.count) <= (last - first) * 30 + 1)
    }

    @Test func `a step of a run costs few bytes`() throws {
      let traced = try Traced(["story"])
      #expect(traced.program.shows("Press space"))
      traced.program.type(String(repeating: " ", count: 130))
      #expect(traced.program.wait { _ in traced.program.step == 130 })
      let steps = try traced.writes {
        traced.program.type("++\r")
        #expect(traced.program.wait { _ in (traced.program.step ?? 0) >= 190 })
        traced.program.type("\r")
      }.map(Double.init)
      // Where the machine is held up, two steps share a frame.
      #expect(steps.count >= 40)
      Bar.exact("a step of a run, bytes in the median", 120, "B").holds {
        quantile(0.5, of: steps)
      }
      Bar.exact("a step of a run, bytes at p95", 250, "B").holds { quantile(0.95, of: steps) }
    }

    /// A box goes out beside one that lights up; in line, every number of the step changes with it.
    @Test(arguments: [("story", 400.0), ("line", 600.0)])
    func `a light of a step costs few bytes`(lesson: String, bar: Double) throws {
      let traced = try Traced([lesson])
      #expect(traced.program.shows("Press space"))
      // The first step also fills the boxes, and an evaluation follows it.
      traced.program.type(" ")
      #expect(traced.program.wait { _ in traced.program.step == 1 })
      traced.program.settle(7)
      let lights = try traced.writes {
        traced.program.type(" ")
        #expect(traced.program.wait { _ in traced.program.step == 2 })
      }.map(Double.init)
      Bar.exact("a light of \(lesson), bytes in the median", bar, "B").holds {
        quantile(0.5, of: lights)
      }
    }

    @Test func `no frame is above six thousand bytes`() throws {
      let traced = try Traced(["story"])
      #expect(traced.program.shows("Press space"))
      for keys in ["?", "q", "\t", "\t", "\t", "\u{C}", "p", "y", "   ", "\u{C}", "?", "\u{C}"] {
        traced.program.type(keys)
        traced.program.settle(0.1)
      }
      let frames = try traced.writes().map { Double($0.count) }
      Bar.exact("the largest frame", 6000, "B").holds { frames.max() ?? .infinity }
    }

    @Test func `an idle screen sends nothing and never wakes`() throws {
      let program = try Program(["story"])
      #expect(program.shows("Press space"))
      program.type(" ")
      #expect(program.wait { _ in program.step == 1 })
      // The evaluation waits until the moves were read.
      program.settle(7)
      let before = try Facts(of: program.process).switches
      let sent = program.watch(for: 5)
      Bar.exact("idle for five seconds, bytes", 0, "B").holds { Double(sent) }
      let wakeups = try Facts(of: program.process).switches - before
      Bar.exact("idle for five seconds, wakeups", 0, "").holds { Double(wakeups) }
    }
  }
}
