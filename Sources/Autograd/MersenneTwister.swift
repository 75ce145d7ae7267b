#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// MT19937, seeded by `init_genrand`: the generator behind PyTorch's CPU random numbers
/// (Matsumoto and Nishimura, 1998).
public struct MersenneTwister: Sendable, Equatable {
  private var state: [UInt32]
  private var place = 624

  public init(seed: UInt32) {
    state = Array(repeating: seed, count: 624)
    for i in 1..<624 {
      let last = state[i - 1]
      state[i] = 1_812_433_253 &* (last ^ (last >> 30)) &+ UInt32(i)
    }
  }

  public mutating func next() -> UInt32 {
    if place == 624 { twist() }
    var y = state[place]
    place += 1
    y ^= y >> 11
    y ^= (y << 7) & 0x9D2C_5680
    y ^= (y << 15) & 0xEFC6_0000
    return y ^ (y >> 18)
  }

  private mutating func twist() {
    for i in 0..<624 {
      let y = (state[i] & 0x8000_0000) | (state[(i + 1) % 624] & 0x7FFF_FFFF)
      state[i] = state[(i + 397) % 624] ^ (y >> 1) ^ (y & 1 == 0 ? 0 : 0x9908_B0DF)
    }
    place = 0
  }

  /// `torch.rand`: 24 bits, 0 up to 1.
  public mutating func uniform() -> Float {
    Float(next() & 0xFF_FFFF) * 0x1p-24
  }

  /// `torch.randint`: 0 up to `bound`.
  public mutating func integer(below bound: Int) -> Int {
    precondition(bound > 0 && bound <= UInt32.max, "integer(below: \(bound))")
    return Int(next() % UInt32(bound))
  }

  /// Uniform values between two bounds.
  public mutating func fillUniform(
    _ buffer: UnsafeMutableBufferPointer<Float>, low: Float, high: Float
  ) {
    for i in buffer.indices { buffer[i] = uniform() * (high - low) + low }
  }

  /// Normal values as `torch.randn` makes them for 16 and more: Box–Muller over blocks of 16
  /// uniforms, the last block drawn again where 16 does not divide the count.
  public mutating func fillNormal(
    _ buffer: UnsafeMutableBufferPointer<Float>, mean: Float, deviation: Float
  ) {
    guard buffer.count >= 16 else { return fillFewNormal(buffer, mean, deviation) }
    for i in buffer.indices { buffer[i] = uniform() }
    let whole = buffer.count / 16 * 16
    for first in stride(from: 0, to: whole, by: 16) {
      Self.boxMuller(buffer, first, mean, deviation)
    }
    guard whole < buffer.count else { return }
    for i in (buffer.count - 16)..<buffer.count { buffer[i] = uniform() }
    Self.boxMuller(buffer, buffer.count - 16, mean, deviation)
  }

  private static func boxMuller(
    _ buffer: UnsafeMutableBufferPointer<Float>, _ first: Int, _ mean: Float, _ deviation: Float
  ) {
    for j in first..<(first + 8) {
      let radius = sqrtf(-2 * logf(1 - buffer[j]))
      let angle = 2 * Float.pi * buffer[j + 8]
      buffer[j] = radius * cosf(angle) * deviation + mean
      buffer[j + 8] = radius * sinf(angle) * deviation + mean
    }
  }

  /// Fewer than 16: one pair at a time in double precision, from 53-bit uniforms.
  private mutating func fillFewNormal(
    _ buffer: UnsafeMutableBufferPointer<Float>, _ mean: Float, _ deviation: Float
  ) {
    var spare: Double?
    var next = 0.0
    for i in buffer.indices {
      let value = spare ?? normalPair(&next)
      spare = spare == nil ? next : nil
      buffer[i] = Float(value * Double(deviation) + Double(mean))
    }
  }

  private mutating func normalPair(_ second: inout Double) -> Double {
    let angle = 2 * Double.pi * uniform53()
    let radius = sqrt(-2 * log1p(-uniform53()))
    second = radius * sin(angle)
    return radius * cos(angle)
  }

  private mutating func uniform53() -> Double {
    let high = UInt64(next())
    return Double((high << 32 | UInt64(next())) & ((1 << 53) - 1)) * 0x1p-53
  }
}
