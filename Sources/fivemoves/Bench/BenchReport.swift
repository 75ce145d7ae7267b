internal import JSONText
internal import Moves
internal import Storage

/// What was measured, as a table and as JSON.
struct BenchReport {
  var peak = 0.0
  var threads = 1
  var measurements: [Measurement] = []
  var growths: [Growth] = []
  /// Sessions of story that run by themselves at 4 steps a second, which all cores together carry.
  var sessions = 0

  func share(_ measurement: Measurement) -> Double {
    measurement.operationsPerSecond / (peak * Double(threads))
  }

  var json: JSON {
    [
      "threads": .whole(threads), "peak_gflops": .real(peak / 1e9),
      "tasks": .array(measurements.map(record)), "story_sessions": .whole(sessions),
      "growth": .array(growths.map(record)),
    ]
  }

  private func record(_ found: Measurement) -> JSON {
    let moves = zip(Move.allCases, found.moveSeconds).map { ($0.name, JSON.real($1)) }
    return [
      "task": .string(found.task), "parameters": .whole(found.parameters),
      "median_seconds": .real(found.medianSeconds), "steps": .whole(found.steps),
      "steps_per_second": .real(1 / found.medianSeconds),
      "gflops": .real(found.operationsPerSecond / 1e9), "peak_share": .real(share(found)),
      "moves": .members(moves), "peak_bytes": .whole(found.peakBytes),
    ]
  }

  private func record(_ growth: Growth) -> JSON {
    let points = growth.points.map { point -> JSON in
      [
        "value": .whole(point.value), "median_seconds": .real(point.medianSeconds),
        "peak_share": point.operationsPerSecond.map { .real($0 / peak) } ?? .null,
        "resident_bytes": point.residentBytes.map { .whole($0) } ?? .null,
      ]
    }
    return ["of": .string(growth.of), "points": .array(points)]
  }
}
