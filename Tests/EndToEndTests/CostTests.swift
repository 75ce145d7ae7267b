import Foundation
import TerminalSupport
import Testing

extension EndToEnd {
  /// What the picture costs on top of the training.
  @Suite(.measures) struct Costs {
    @Test func `a run that people watch takes hardly any of a core`() throws {
      let program = try Program(["line"])
      #expect(program.shows("Press space"))
      program.type("\r")
      #expect(program.wait { _ in (program.step ?? 0) >= 2 })
      try Bar.share("a core's time for line at 4 steps/s", 2).holds {
        let (before, start) = (try Facts(of: program.process).processorTime, now())
        program.watch(for: 5)
        return try 100 * (Facts(of: program.process).processorTime - before) / (now() - start)
      }
    }

    @Test func `at full speed the screen takes hardly any of the training's time`() throws {
      try Bar.share("the screen's share of story at full speed", 5).holds {
        // A shared machine may be quicker in one half of the comparison than in the other.
        let before = try secondsOfAStepAlone()
        let watched = try secondsOfAStepWatched(from: 100, to: 400)
        return try 100 * (1 - max(before, secondsOfAStepAlone()) / watched)
      }
    }

    private func secondsOfAStepAlone() throws -> Double {
      try (secondsToTrain(400) - secondsToTrain(100)) / 300
    }

    private func secondsToTrain(_ steps: Int) throws -> Double {
      let start = now()
      let run = ["train", "story", "--steps", "\(steps)", "--eval-interval", "1000"]
      #expect(try Command(run).status == 0)
      return now() - start
    }

    private func secondsOfAStepWatched(from first: Int, to last: Int) throws -> Double {
      let program = try Program(["story", "--steps", "\(last)", "--eval-interval", "1000"])
      #expect(program.shows("Press space"))
      program.type("++++\r")
      #expect(program.wait(within: 60) { _ in (program.step ?? 0) >= first })
      let (begun, start) = (program.step ?? 0, now())
      #expect(program.wait(within: 60) { _ in program.step == last })
      return (now() - start) / Double(last - begun)
    }
  }
}
