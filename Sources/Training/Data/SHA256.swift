import Moves

/// The digest of FIPS 180-4 that `sha256sum` prints.
struct SHA256 {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19,
  ]
  private var schedule = [UInt32](repeating: 0, count: 64)

  /// What has come and does not fill a block yet.
  private var block: [UInt8] = []
  /// How many bytes have come.
  private(set) var count = 0

  /// 64 hexadecimal digits.
  static func digits(of bytes: [UInt8]) -> String {
    var digest = SHA256()
    for byte in bytes { digest.take(byte) }
    return digest.digits()
  }

  mutating func take(_ byte: UInt8) {
    block.append(byte)
    count += 1
    guard block.count == 64 else { return }
    take(block, from: 0)
    block.removeAll(keepingCapacity: true)
  }

  /// Its bytes in UTF-8.
  mutating func take(_ scalar: Unicode.Scalar) {
    guard scalar.value >= 0x80 else { return take(UInt8(scalar.value)) }
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { take(byte) }
  }

  /// Those of the bytes that have come; more may follow.
  func digits() -> String {
    var digest = self
    let rest = Self.padded(block, of: count)
    for start in stride(from: 0, to: rest.count, by: 64) { digest.take(rest, from: start) }
    return digest.state.map { $0.hexadecimal(digits: 8) }.joined()
  }

  /// The last bytes, a one bit, zeros, and the count of all bits.
  private static func padded(_ rest: [UInt8], of count: Int) -> [UInt8] {
    var bytes = rest + [0x80]
    bytes += Array(repeating: 0, count: (119 - rest.count) % 64)
    withUnsafeBytes(of: (UInt64(count) * 8).bigEndian) { bytes += $0 }
    return bytes
  }

  private mutating func take(_ bytes: [UInt8], from start: Int) {
    for i in 0..<16 {
      let place = start + 4 * i
      schedule[i] =
        UInt32(bytes[place]) << 24 | UInt32(bytes[place + 1]) << 16
        | UInt32(bytes[place + 2]) << 8 | UInt32(bytes[place + 3])
    }
    for i in 16..<64 {
      let (late, early) = (schedule[i - 2], schedule[i - 15])
      let s0 = early.turned(7) ^ early.turned(18) ^ early >> 3
      let s1 = late.turned(17) ^ late.turned(19) ^ late >> 10
      schedule[i] = schedule[i - 16] &+ s0 &+ schedule[i - 7] &+ s1
    }
    mix()
  }

  private mutating func mix() {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for i in 0..<64 {
      let s1 = e.turned(6) ^ e.turned(11) ^ e.turned(25)
      let first = h &+ s1 &+ (e & f ^ ~e & g) &+ Self.constants[i] &+ schedule[i]
      let s0 = a.turned(2) ^ a.turned(13) ^ a.turned(22)
      let second = s0 &+ (a & b ^ a & c ^ b & c)
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
    }
    for (i, word) in [a, b, c, d, e, f, g, h].enumerated() { state[i] &+= word }
  }

  /// From the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}

extension UInt32 {
  fileprivate func turned(_ count: UInt32) -> UInt32 { self &>> count | self &<< (32 - count) }
}
