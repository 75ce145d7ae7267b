/// What is kept of the successive steps that share a column.
public struct Bin: Sendable, Equatable {
  /// The least and the largest finite value; least > largest where there was none.
  public private(set) var min: Float
  public private(set) var max: Float
  /// The first and the last finite value; NaN where there was none.
  public private(set) var first: Float
  public private(set) var last: Float
  /// Steps, and how many of them were clipped.
  public private(set) var count = 1
  public private(set) var clippedCount: Int
  public private(set) var hasNaN: Bool
  public private(set) var hasPositiveInfinity: Bool
  public private(set) var hasNegativeInfinity: Bool
  private var sum: Double
  private var finiteCount: Int

  /// - Parameter value: nil for a step of which it is not known.
  public init(_ value: Float?, clipped: Bool = false) {
    let isKnown = value != nil
    let value = value ?? .nan
    let isFinite = value.isFinite
    (min, max) = isFinite ? (value, value) : (.infinity, -.infinity)
    (first, last) = isFinite ? (value, value) : (.nan, .nan)
    (sum, finiteCount) = isFinite ? (Double(value), 1) : (0, 0)
    clippedCount = clipped ? 1 : 0
    hasNaN = isKnown && value.isNaN
    hasPositiveInfinity = value == .infinity
    hasNegativeInfinity = value == -.infinity
  }

  /// So many steps of which nothing is known.
  init(untold count: Int) {
    self.init(nil)
    self.count = count
  }

  /// Takes in the bin of the steps that follow.
  public mutating func merge(_ later: Bin) {
    min = Swift.min(min, later.min)
    max = Swift.max(max, later.max)
    if finiteCount == 0 { first = later.first }
    if later.finiteCount > 0 { last = later.last }
    count += later.count
    clippedCount += later.clippedCount
    hasNaN = hasNaN || later.hasNaN
    hasPositiveInfinity = hasPositiveInfinity || later.hasPositiveInfinity
    hasNegativeInfinity = hasNegativeInfinity || later.hasNegativeInfinity
    sum += later.sum
    finiteCount += later.finiteCount
  }

  /// Counts fewer steps; their values are not told apart any more.
  mutating func shorten(to steps: Int) {
    count = steps
    clippedCount = Swift.min(clippedCount, steps)
  }

  /// The mean of the finite values; nil where there was none.
  public var mean: Float? { finiteCount > 0 ? Float(sum / Double(finiteCount)) : nil }

  public var hasNonFinite: Bool { hasNaN || hasPositiveInfinity || hasNegativeInfinity }

  /// Whether no value of its steps is known.
  public var isUntold: Bool { finiteCount == 0 && !hasNonFinite }

  /// At least half of the steps: enough to paint the whole column.
  public var isMostlyClipped: Bool { clippedCount > 0 && 2 * clippedCount >= count }
}

extension Bin: CustomStringConvertible {
  public var description: String { "\(count) steps in \(min)...\(max), \(clippedCount) clipped" }
}
