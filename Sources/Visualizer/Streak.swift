public import Canvas

/// Tells a key that is held from keys that are tapped or typed, by how they arrive.
///
/// A key that repeats 8 to 50 times a second over three successive reads is held down; anything
/// faster is typed or pasted input, anything slower is tapping, and every tap counts.
public struct Streak: Sendable, Equatable {
  private var key: Key?
  private var start = 0.0
  private var last = 0.0
  private var reads = 0
  /// Keys since the streak's first read.
  private var count = 0

  static let pause = 0.3
  static let holdRate = 8.0...50.0

  public init() {}

  /// Takes in one read and says whether its keys are a hold.
  public mutating func isHold(_ keys: [Key], at time: Double) -> Bool {
    guard let first = keys.first, keys.allSatisfy({ $0 == first }) else {
      self = Streak()
      return false
    }
    guard first == key, time - last <= Self.pause else {
      begin(first, at: time)
      return false
    }
    last = time
    reads += 1
    count += keys.count
    return reads >= 3 && Self.holdRate.contains(rate)
  }

  private mutating func begin(_ key: Key, at time: Double) {
    self = Streak()
    self.key = key
    start = time
    last = time
    reads = 1
  }

  /// Keys a second since the streak began; its first read only opens the first interval.
  private var rate: Double {
    last > start ? Double(count) / (last - start) : .infinity
  }
}
