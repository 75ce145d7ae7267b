import Platform

extension MersenneTwister {
  /// `normal_(mean, std)`, PyTorch's way: blocks of sixteen, or one by one for fewer.
  public mutating func fillNormal(
    _ buffer: UnsafeMutableBufferPointer<Float>, mean: Float, std: Float
  ) {
    let count = buffer.count
    guard count >= 16 else {
      for i in 0..<count { buffer[i] = Float(normal() * Double(std) + Double(mean)) }
      return
    }
    for i in 0..<count { buffer[i] = uniform() }
    for start in stride(from: 0, through: count - 16, by: 16) {
      transform(buffer, start, mean, std)
    }
    guard count % 16 != 0 else { return }
    for i in count - 16..<count { buffer[i] = uniform() }
    transform(buffer, count - 16, mean, std)
  }

  /// Box–Muller on the sixteen uniform numbers from `start`, the first half with the second.
  private func transform(
    _ buffer: UnsafeMutableBufferPointer<Float>, _ start: Int, _ mean: Float, _ std: Float
  ) {
    for i in start..<start + 8 {
      let radius = (-2 * log(1 - buffer[i])).squareRoot()
      let angle = 2 * Float.pi * buffer[i + 8]
      buffer[i] = radius * cos(angle) * std + mean
      buffer[i + 8] = radius * sin(angle) * std + mean
    }
  }

  /// A standard normal number in double precision; every second one was drawn with the one before.
  private mutating func normal() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    let angle = 2 * Double.pi * uniformDouble()
    let radius = (-2 * log1p(-uniformDouble())).squareRoot()
    spareNormal = radius * sin(angle)
    return radius * cos(angle)
  }

  /// One of 2⁵³ numbers evenly spaced in 0..<1.
  private mutating func uniformDouble() -> Double {
    let high = UInt64(next())
    return Double((high << 32 | UInt64(next())) & (1 << 53 - 1)) * 0x1p-53
  }
}
