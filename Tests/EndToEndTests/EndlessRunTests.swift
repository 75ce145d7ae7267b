import Foundation
import TerminalSupport
import Testing

extension EndToEnd {
  @Suite struct EndlessRuns {
    @Test func `any step of a long run is gone back to, and memory is flat`() throws {
      let program = try Program(["line", "--steps", "100000"])
      #expect(program.shows("Press space"))
      program.type("++++\r")
      #expect(program.wait(within: 60) { _ in (program.step ?? 0) >= 20_000 })
      let before = try Facts(of: program.process).memory
      #expect(program.wait(within: 100) { _ in program.step == 100_000 })
      for (keys, step) in Self.journeys {
        program.type(keys)
        #expect(program.wait { _ in program.step == step }, "\(step): \(program.screen.text)")
      }
      let growth = try Facts(of: program.process).memory - before
      Bar.exact("memory grown from step 20,000 to 100,000 and back", 4, "MB").holds { growth }
    }

    /// Moves, steps, home, the end.
    private static let journeys: [(String, Int)] = [
      (String(repeating: "h", count: 50), 99_990), (String(repeating: ",", count: 40), 99_950),
      ("\u{1B}[H", 0), ("   ", 3), ("\u{1B}[F", 100_000), (",", 99_999),
    ]

    @Test
    func `after a million steps the first spike and its clip mark are there, and memory is flat`()
      throws
    {
      // At this rate the loss lies far below that of the first step, whose gradients were clipped.
      let program = try Program(
        ["line", "--steps", "1000000", "--max-norm", "4", "--learning-rate", "0.01", "--ascii"])
      #expect(program.shows("Press space"))
      program.type("++++\r")
      // By then everything that is kept of a run has filled its room.
      #expect(program.wait(within: 100) { _ in (program.step ?? 0) >= 300_000 })
      let before = try Facts(of: program.process).memory
      #expect(program.wait(within: 200) { _ in program.step == 1_000_000 })
      let growth = try Facts(of: program.process).memory - before
      Bar.exact("memory grown from step 300,000 to 1,000,000", 2, "MB").holds { growth }
      program.settle(0.3)
      let rows = program.screen.text.split(separator: "\n", omittingEmptySubsequences: false)
      let clipRow = try #require(rows.first { $0.contains("clip |") })
      #expect(clipRow.contains("clip |^"))
      let firstColumn = clipRow.prefix { $0 != "^" }.count
      let axis = try #require(rows.firstIndex(of: clipRow))
      let top = rows[..<axis].suffix(14).first { row in
        let cells = Array(row)
        return cells.count > firstColumn && cells[firstColumn] != " "
          && cells[firstColumn - 1] == "|"
      }
      #expect(top != nil, "\(program.screen.text)")
    }
  }
}
