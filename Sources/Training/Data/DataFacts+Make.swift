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
}
