/// A series of any length in bounded memory: bins of 1, 2, 4, 8 … steps that double when they are
/// full, so that no spike and no clipped step is ever lost.
public struct Bins: Sendable, Equatable {
  public static let capacity = 512

  public private(set) var bins: [Bin] = []
  /// Steps that a full bin holds; only the last bin may hold fewer.
  public private(set) var size = 1
  /// Steps taken in so far.
  public private(set) var count = 0
  /// The first steps, each in a bin of its own however large the others become.
  public private(set) var beginning: [Bin] = []

  static let beginningSteps = 16

  public init() {}

  public init(_ values: some Sequence<Float?>) {
    for value in values { append(value) }
  }

  /// - Parameter value: nil for a step of which it is not known.
  public mutating func append(_ value: Float?, clipped: Bool = false) {
    if bins.count == Self.capacity, bins[bins.count - 1].count == size { double() }
    let bin = Bin(value, clipped: clipped)
    count += 1
    if beginning.count < Self.beginningSteps { beginning.append(bin) }
    if let last = bins.indices.last, bins[last].count < size {
      bins[last].merge(bin)
    } else {
      bins.append(bin)
    }
  }

  /// Takes in steps of which nothing is known, however many.
  public mutating func append(untold steps: Int) {
    var left = steps
    while left > 0 {
      if beginning.count < Self.beginningSteps {
        append(nil)
        left -= 1
        continue
      }
      if bins.count == Self.capacity, bins[bins.count - 1].count == size { double() }
      let isFull = bins[bins.count - 1].count == size
      let taken = min(left, isFull ? size : size - bins[bins.count - 1].count)
      let bin = Bin(untold: taken)
      if isFull { bins.append(bin) } else { bins[bins.count - 1].merge(bin) }
      count += taken
      left -= taken
    }
  }

  /// The first so many steps; a bin that they end in keeps what is known of it.
  public func prefix(_ steps: Int) -> Bins {
    var result = self
    result.count = min(steps, count)
    result.beginning.removeLast(beginning.count - min(result.count, beginning.count))
    result.bins.removeLast(bins.count - (result.count + size - 1) / size)
    if result.count % size > 0, let last = result.bins.indices.last {
      result.bins[last].shorten(to: result.count % size)
    }
    return result
  }

  /// The least and the largest finite value.
  public var range: ClosedRange<Float>? {
    let low = bins.reduce(Float.infinity) { min($0, $1.min) }
    let high = bins.reduce(-Float.infinity) { max($0, $1.max) }
    return low <= high ? low...high : nil
  }

  /// The last finite value that is known; not a number where that bin has none.
  public var last: Float? { bins.last { !$0.isUntold }?.last }

  /// Whether no step has a value.
  public var isUntold: Bool { bins.allSatisfy(\.isUntold) }

  /// How many steps were clipped.
  public var clippedCount: Int { bins.reduce(0) { $0 + $1.clippedCount } }

  private mutating func double() {
    let half = (bins.count + 1) / 2
    for index in 0..<half {
      var bin = bins[2 * index]
      if 2 * index + 1 < bins.count { bin.merge(bins[2 * index + 1]) }
      bins[index] = bin
    }
    bins.removeLast(bins.count - half)
    size *= 2
  }
}
