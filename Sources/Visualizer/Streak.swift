public import Canvas

/// Tells a key that is held from keys that are tapped or typed, by how they arrive.
///
/// A held key arrives 8 to 70 times a second, however the link bunches it. Anything faster is typed
/// input, anything slower is tapping, and every tap counts.
public struct Streak: Sendable, Equatable {
  private struct Read: Sendable, Equatable {
    var time: Double
    var count: Int
  }

  private var key: Key?
  /// The newest reads of the key, as far back as two clumps of one hold can lie apart.
  private var reads: [Read] = []
  /// Since the read before, of the same key.
  private var gap: Double?

  /// The longest silence between two reads of one hold.
  static let silence = 3.0
  /// The longest pause between keys that come one by one; a clump makes up for a longer one.
  static let pause = 0.3
  /// The longest that a keyboard waits before it repeats a key.
  static let longestDelay = 0.7
  static let slowestHold = 8.0
  static let fastestHold = 70.0
  /// No finger taps so fast: two more keys are proof enough. Where they come slower it takes four.
  static let fastestTaps = 15.0
  /// A clump so many times larger than any before it is a burst of its own.
  static let growth = 4

  public init() {}

  /// Takes in one read and says whether its keys are a hold.
  public mutating func isHold(_ keys: [Key], at time: Double) -> Bool {
    guard let first = keys.first, keys.allSatisfy({ $0 == first }) else {
      self = Streak()
      return false
    }
    let read = Read(time: time, count: keys.count)
    gap = first == key ? reads.last.map { time - $0.time } : nil
    guard first == key, goesOn(with: read) else {
      key = first
      reads = [read]
      return false
    }
    reads.append(read)
    reads.removeFirst(reads.firstIndex { time - $0.time <= 2 * Self.silence } ?? 0)
    return isHeld
  }

  /// Whether a read belongs to the hold that those before it may be.
  private func goesOn(with read: Read) -> Bool {
    guard let last = reads.last else { return false }
    let gap = read.time - last.time
    if gap <= Self.pause { return true }
    let largest = reads.map(\.count).max() ?? 0
    return gap <= Self.silence && Double(read.count) >= Self.slowestHold * (gap - Self.pause)
      && (read.count <= Self.growth * largest || isHeld)
  }

  /// Whether the last key came by itself, as soon after another like it as a held one does.
  var isQuick: Bool {
    guard reads.last?.count == 1, let gap else { return false }
    return (1 / Self.fastestHold...Self.longestDelay).contains(gap)
  }

  /// Whether the keys since any of the reads arrived as those of a hold do.
  private var isHeld: Bool {
    guard let last = reads.last else { return false }
    var count = 0
    for (read, next) in zip(reads, reads.dropFirst()).reversed() {
      count += next.count
      let rate = Double(count) / max(last.time - read.time, 1e-6)
      let proof = rate >= Self.fastestTaps ? 2 : 4
      if count >= proof, (Self.slowestHold...Self.fastestHold).contains(rate) { return true }
    }
    return false
  }
}
