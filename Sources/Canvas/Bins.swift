/// A series of any length in bounded memory: bins of 1, 2, 4, 8 … steps, doubled when they are
/// full, so that no spike and no mark is ever lost.
public struct Bins: Sendable, Equatable {
  public struct Bin: Sendable, Equatable {
    public var min: Float
    public var max: Float
    public var last: Float
    public var count = 1
    public var clipped = 0
    /// Some value was NaN or infinite.
    public var isBroken = false

    init(_ value: Float, clipped: Bool) {
      isBroken = !value.isFinite
      (min, max, last) = isBroken ? (.infinity, -.infinity, .nan) : (value, value, value)
      self.clipped = clipped ? 1 : 0
    }

    /// Takes in a later bin.
    mutating func merge(_ later: Bin) {
      min = Swift.min(min, later.min)
      max = Swift.max(max, later.max)
      last = later.last.isNaN ? last : later.last
      count += later.count
      clipped += later.clipped
      isBroken = isBroken || later.isBroken
    }

    public var isMostlyClipped: Bool { 2 * clipped >= count }
  }

  static let capacity = 512

  public private(set) var bins: [Bin] = []
  /// Steps that a full bin holds.
  public private(set) var size = 1
  /// Values taken in so far.
  public private(set) var count = 0

  public init() {}

  public mutating func append(_ value: Float, clipped: Bool = false) {
    let bin = Bin(value, clipped: clipped)
    count += 1
    if let last = bins.indices.last, bins[last].count < size {
      bins[last].merge(bin)
      return
    }
    if bins.count == Self.capacity { self = doubled() }
    if let last = bins.indices.last, bins[last].count < size {
      bins[last].merge(bin)
    } else {
      bins.append(bin)
    }
  }

  /// The same series in at most so many bins.
  public func merged(to columns: Int) -> Bins {
    var result = self
    while result.bins.count > Swift.max(columns, 1) { result = result.doubled() }
    return result
  }

  /// The smallest and largest finite values.
  public var range: ClosedRange<Float>? {
    let low = bins.map(\.min).min() ?? .infinity
    let high = bins.map(\.max).max() ?? -.infinity
    return low <= high ? low...high : nil
  }

  private func doubled() -> Bins {
    var result = self
    result.size *= 2
    result.bins = stride(from: 0, to: bins.count, by: 2).map { index in
      var bin = bins[index]
      if index + 1 < bins.count { bin.merge(bins[index + 1]) }
      return bin
    }
    return result
  }
}
