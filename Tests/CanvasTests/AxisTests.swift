import Notation
import Testing

@testable import Canvas

@Suite struct AxisTests {
  @Test func `ticks stand on round values, evenly spaced`() {
    let axis = Axis(covering: 1.5...4.2, cells: 9)
    #expect(axis.ticks.map(\.label) == ["2", "3", "4"])
    let gaps = zip(axis.ticks, axis.ticks.dropFirst()).map { $1.cell - $0.cell }
    #expect(Set(gaps) == [3])
  }

  @Test func `every value that is covered has a place, and ticks stand on the values they name`() {
    for (low, high) in [(0.0, 1.0), (1.5, 4.2), (-3, 5), (2e-4, 3e-3), (1e6, 4e7), (0.9, 0.91)] {
      for cells in 1...20 {
        let axis = Axis(covering: low...high, cells: cells)
        let rounding = 1e-12 * abs(high)
        #expect(axis.low <= low + rounding && axis.high >= high - rounding, "\(axis)")
        for tick in axis.ticks { #expect(axis.cell(of: tick.value) == tick.cell, "\(axis)") }
      }
    }
  }

  @Test func `an axis of what is not negative does not go below half a cell under zero`() {
    let axis = Axis(covering: 0.02...3.8, cells: 10)
    #expect(axis.cell(of: 0) == 0)
  }

  @Test(arguments: [
    (0.0...1.0, ["0.0", "0.5", "1.0"]),
    (2e-4...3e-3, ["0", "1e-3", "2e-3", "3e-3"]),
    (0...250_000, ["0", "1e5", "2e5"]),
  ])
  func `labels are short and tell the ticks apart`(
    _ range: ClosedRange<Double>, _ expected: [String]
  ) {
    let labels = Axis(covering: range, cells: 8).ticks.map(\.label)
    #expect(Array(labels.prefix(expected.count)) == expected)
    #expect(Set(labels).count == labels.count)
  }

  @Test func `a logarithmic axis gives each factor the same room`() {
    let axis = Axis(covering: 0.01...100, cells: 17, scale: .logarithmic)
    #expect(axis.ticks.map(\.value) == [0.01, 0.1, 1, 10, 100])
    #expect(axis.ticks.map(\.label) == ["0.01", "0.1", "1", "10", "100"])
    let gaps = zip(axis.ticks, axis.ticks.dropFirst()).map { $1.cell - $0.cell }
    #expect(Set(gaps) == [4])
  }

  @Test func `within a decade a logarithmic axis has even ticks`() {
    let axis = Axis(covering: 1.4...4.4, cells: 10, scale: .logarithmic)
    #expect(axis.ticks.map(\.label) == ["2", "3", "4"])
  }

  /// With one tick alone nobody can tell how much a row is.
  @Test(arguments: [Axis.Scale.linear, .logarithmic])
  func `an axis has two ticks or more, and each label says its value`(_ scale: Axis.Scale) throws {
    for cells in 5...20 {
      for low in [0.0103, 0.47, 0.94, 1, 1.02, 2.3, 3.1, 4.6, 5.3, 7, 9.9, 62, 800] {
        for ratio in [1.004, 1.03, 1.1, 1.3, 1.7, 2.4, 3.2, 4.9, 7.7, 12, 31, 240, 5e4] {
          let axis = Axis(covering: low...low * ratio, cells: cells, scale: scale)
          #expect(axis.ticks.count >= 2, "\(low) x \(ratio), \(cells): \(axis)")
          for tick in axis.ticks {
            let label = try #require(Double(tick.label))
            #expect(abs(label - tick.value) <= 1e-6 * abs(tick.value), "\(axis)")
          }
          let ends = axis.ticks.map(\.cell)
          #expect(zip(ends, ends.dropFirst()).allSatisfy { $0 < $1 }, "\(axis)")
        }
      }
    }
  }

  @Test func `a single value, zero and vast values have an axis`() {
    for value in [0, 1, -5, 4.2, 1e-40, 3e38, -3e38, 16_777_216] {
      for scale in [Axis.Scale.linear, .logarithmic] {
        let axis = Axis(covering: value...value, cells: 8, scale: scale)
        #expect(axis.low < axis.high)
        #expect((0..<8).contains(axis.cell(of: value)))
      }
    }
    #expect(Axis(covering: -3e38...3e38, cells: 8).ticks.count >= 2)
  }

  @Test func `figures are written plainly`() {
    #expect(Figure.fixed(4.2, decimals: 2) == "4.20")
    #expect(Figure.fixed(-0.35, decimals: 2) == "-0.35")
    #expect(Figure.fixed(-0.001, decimals: 2) == "0.00")
    #expect(Figure.scientific(2.9e-4, decimals: 1) == "2.9e-4")
    #expect(Figure.scientific(9.99e-4, decimals: 1) == "1.0e-3")
    #expect(Figure.count(12_000) == "12000")
    #expect(Figure.count(250_000) == "250k")
    #expect(Figure.count(1_500_000) == "1.5M")
  }
}
