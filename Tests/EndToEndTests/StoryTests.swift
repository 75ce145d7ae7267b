import Foundation
import Testing

extension SideBySide {
  @Suite struct Story {
    /// The whole lesson from five seeds takes minutes in a debug build; checks build the release first.
    private static let isQuick = Program.path.contains("release")

    /// Measured after step 1: loss 4.4 to 5.2; after step 3,000: 1.04 to 1.14 on training, 1.21 to
    /// 1.31 on validation data. Clipped 49 to 89 of 3,000.
    @Test(.enabled(if: isQuick, "only the release build is quick enough"), arguments: 1...5)
    func `story learns to write words, and clips rarely`(seed: Int) throws {
      let run = try Command(["train", "story", "--seed", "\(seed)"])
      #expect(run.status == 0)
      let first = try losses(after: 1, in: run.output)
      let last = try losses(after: 3000, in: run.output)
      #expect(first.training > 4)
      #expect(last.training < 1.3)
      #expect(last.validation < 1.5)
      let clipped = try #require(run.output.firstMatch(of: /clipped (\d+) of 3,000 steps/))
      #expect(8...200 ~= Int(clipped.1) ?? 0)
    }

    private func losses(
      after step: Int, in output: String
    ) throws -> (training: Double, validation: Double) {
      let pattern = /after step (\d+)  train loss ([\d.]+)  validation loss ([\d.]+)/
      let line = try #require(output.matches(of: pattern).first { Int($0.1) == step })
      return (Double(line.2) ?? .nan, Double(line.3) ?? .nan)
    }
  }
}
