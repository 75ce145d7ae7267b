import Kernels
import Testing

/// A small seeded generator, so that every run tests the same numbers.
struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number in -1..<1.
  mutating func next() -> Float {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Float(state >> 40) / Float(1 << 23) - 1
  }

  mutating func list(_ count: Int) -> [Float] { (0..<count).map { _ in next() } }
}

/// Whether two lists agree within `tolerance`, relative where the numbers are large.
func expectClose(
  _ found: [Float], _ wanted: [Double], within tolerance: Double = 1e-5,
  _ note: String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(found.count == wanted.count, sourceLocation: sourceLocation)
  let worst = zip(found, wanted).map { abs(Double($0) - $1) / max(1, abs($1)) }
    .enumerated().max { !($0.element >= $1.element) }
  guard let worst else { return }
  #expect(
    worst.element <= tolerance,
    "\(note) at \(worst.offset): \(found[worst.offset]) for \(wanted[worst.offset])",
    sourceLocation: sourceLocation)
}
