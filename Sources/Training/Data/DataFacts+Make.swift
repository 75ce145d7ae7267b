import Moves

extension DataFacts {
  init(_ origin: Origin, _ name: String, _ bytes: [UInt8]) {
    self.init(origin: origin, name: name, bytes: bytes.count, digest: SHA256.digits(of: bytes))
  }

  /// Built-in lines of text, each with its line end.
  init(lines: [String], named name: String) {
    self.init(.builtIn, name, Array(lines.map { $0 + "\n" }.joined().utf8))
  }

  /// Points that a seed makes: their numbers one after the other.
  init(points: [Float], seed: UInt64) {
    let bytes = points.map(\.bitPattern.littleEndian).withUnsafeBytes { Array($0) }
    self.init(.builtIn, "the built-in points of seed \(seed)", bytes)
  }

  /// A person's own text in UTF-8.
  init(text bytes: [UInt8], named name: String) {
    self.init(.file, name, Self.plain(bytes))
  }

  /// Without a byte order mark, and with every kind of line end as `\n`: as it is read.
  private static func plain(_ bytes: [UInt8]) -> [UInt8] {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard text.contains(0xD) else { return Array(text) }
    var plain: [UInt8] = []
    plain.reserveCapacity(text.count)
    var last: UInt8 = 0
    for byte in text {
      if byte != 0xA || last != 0xD { plain.append(byte == 0xD ? 0xA : byte) }
      last = byte
    }
    return plain
  }
}
