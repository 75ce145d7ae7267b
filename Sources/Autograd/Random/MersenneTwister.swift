/// MT19937, which is PyTorch's CPU generator: the same seed gives the same draws there and here.
public struct MersenneTwister: Sendable, Equatable {
  @usableFromInline var words: [UInt32]
  /// The words before these, in whose memory the next ones are put.
  private var spent: [UInt32] = []
  @usableFromInline var position = 624
  /// The second normal number of a pair that was drawn together.
  public internal(set) var spareNormal: Double?

  /// `init_genrand(seed)`, which is `torch.manual_seed` for seeds below 2³².
  public init(seed: UInt32) {
    words = [seed]
    for i in 1..<UInt32(624) {
      let last = words[words.count - 1]
      words.append(1_812_433_253 &* (last ^ (last >> 30)) &+ i)
    }
  }

  /// A generator that stands where another stood.
  ///
  /// - Parameters:
  ///   - state: 624 words and a position from 0 to 624, as `state` gives them.
  ///   - spareNormal: the normal number that was drawn with the last, if it was not used.
  public init?(state: [UInt32], spareNormal: Double?) {
    guard state.count == 625, state[624] <= 624 else { return nil }
    words = Array(state.prefix(624))
    position = Int(state[624])
    self.spareNormal = spareNormal
  }

  /// Its words, and after them the place of the next one to be used.
  public var state: [UInt32] { words + [UInt32(position)] }

  /// The next 32 random bits.
  @inlinable
  public mutating func next() -> UInt32 {
    if position == 624 { refill() }
    var y = words[position]
    position += 1
    y ^= y >> 11
    y ^= (y << 7) & 0x9D2C_5680
    y ^= (y << 15) & 0xEFC6_0000
    return y ^ (y >> 18)
  }

  /// `torch.rand`: one of 2²⁴ numbers evenly spaced in 0..<1.
  @inlinable
  public mutating func uniform() -> Float { Float(next() & 0xFF_FFFF) * 0x1p-24 }

  /// `torch.randint`: a whole number in 0..<bound.
  @inlinable
  public mutating func integer(below bound: Int) -> Int {
    precondition(1...Int(UInt32.max) ~= bound, "a random integer below \(bound)")
    return Int(next() % UInt32(bound))
  }

  /// `uniform_(low, high)`.
  public mutating func fillUniform(
    _ buffer: UnsafeMutableBufferPointer<Float>, low: Float, high: Float
  ) {
    for i in buffer.indices { buffer[i] = uniform() * (high - low) + low }
  }

  /// Lets go of memory that only drawing on needs, for one who keeps this state.
  public mutating func forgetSpent() { spent = [] }

  @usableFromInline
  mutating func refill() {
    if spent.count != 624 { spent = words }
    words.withUnsafeBufferPointer { words in
      spent.withUnsafeMutableBufferPointer { new in
        for i in 0..<227 { new[i] = words[i + 397] ^ Self.twist(words[i], words[i + 1]) }
        for i in 227..<623 { new[i] = new[i - 227] ^ Self.twist(words[i], words[i + 1]) }
        new[623] = new[396] ^ Self.twist(words[623], new[0])
      }
    }
    swap(&words, &spent)
    position = 0
  }

  private static func twist(_ word: UInt32, _ next: UInt32) -> UInt32 {
    let y = (word & 0x8000_0000) | (next & 0x7FFF_FFFF)
    return (y >> 1) ^ (y & 1 == 0 ? 0 : 0x9908_B0DF)
  }

  public static func == (a: Self, b: Self) -> Bool {
    a.position == b.position && a.spareNormal == b.spareNormal && a.words == b.words
  }
}
