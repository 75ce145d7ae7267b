internal import Moves
internal import Notation

/// The lines of a report, each when it is known.
struct BenchTable {
  static let widths = [8, 11, 11, 10, 9, 7, 11, 10, 11, 11, 11, 9]

  static func opening(peak: Double, threads: Int) -> String {
    let operations = Figure.fixed(peak / 1e9, decimals: 0)
    let head =
      ["task", "parameters", "ms a step", "steps/s", "GFLOP/s", "peak"]
      + Move.allCases.map { "\($0.name) ms" } + ["MB"]
    return """
      One core multiplies and adds at \(operations) GFLOP/s at most; training on \
      \(threads == 1 ? "one thread" : "\(threads) threads"), medians:

      \(line(head))
      """
  }

  static func line(_ found: Measurement, share: Double) -> String {
    line(
      [
        found.task, found.parameters.grouped, Figure.milliseconds(found.medianSeconds),
        Figure.fixed(1 / found.medianSeconds, decimals: 0),
        Figure.fixed(found.operationsPerSecond / 1e9, decimals: 1),
        percent(share),
      ] + found.moveSeconds.map(Figure.milliseconds) + [megabytes(found.peakBytes)])
  }

  static func line(_ growth: Growth, peak: Double) -> String {
    let points = growth.points.map { point in
      let share = point.operationsPerSecond.map { ", \(percent($0 / peak)) of the peak" } ?? ""
      let memory = point.residentBytes.map { ", \(megabytes($0)) MB" } ?? ""
      return "\(point.value): \(Figure.milliseconds(point.medianSeconds)) ms\(share)\(memory)"
    }
    return "\(growth.of)   \(points.joined(separator: "   "))"
  }

  static func closing(sessions: Int, cores: Int) -> String {
    """
    The arithmetic of \(sessions.counted("session")) of story, each running by itself at 4 steps/s, fits this \
    machine's \(cores.counted("core")).
    """
  }

  private static func line(_ cells: [String]) -> String {
    zip(cells, widths).enumerated().map { index, cell in
      let space = String(repeating: " ", count: max(cell.1 - cell.0.count, 1))
      return index == 0 ? cell.0 + space : space + cell.0
    }.joined()
  }

  private static func percent(_ share: Double) -> String {
    "\(Figure.fixed(100 * share, decimals: 0)) %"
  }

  private static func megabytes(_ bytes: Int) -> String {
    Figure.fixed(Double(bytes) / 1e6, decimals: 0)
  }
}
