internal import Testing

@testable internal import Training

/// The scalars that are read, and the offset of the first byte that cannot stand where it does.
private func read(_ bytes: [UInt8]) -> (text: String, wrong: Int?) {
  var reader = UTF8Reader()
  var text = String.UnicodeScalarView()
  do throws(UTF8Reader.Invalid) {
    for byte in bytes {
      if let scalar = try reader.take(byte) { text.append(scalar) }
    }
    try reader.finish()
  } catch {
    return (String(text), error.offset)
  }
  return (String(text), nil)
}

@Test func `scalars are read as they were written`() {
  let near = (0...0xFFF as ClosedRange<UInt32>).map { $0 }
  let far = Array(stride(from: UInt32(0x1000), to: 0x11_0000, by: 41)) + [0xFFFF, 0x10_FFFF]
  let text = String.UnicodeScalarView((near + far).compactMap(Unicode.Scalar.init))
  let (seen, wrong) = read(Array(String(text).utf8))
  #expect(wrong == nil)
  #expect(seen.unicodeScalars.elementsEqual(text))
}

@Test(arguments: [
  [0x61, 0x80], [0x61, 0xBF], [0x61, 0xC0, 0x80], [0x61, 0xC1, 0xBF], [0x61, 0xC3],
  [0x61, 0xC3, 0x28], [0x61, 0xE0, 0x9F, 0xBF], [0x61, 0xED, 0xA0, 0x80], [0x61, 0xE2, 0x82],
  [0x61, 0xE2, 0x28, 0xA1], [0x61, 0xF0, 0x8F, 0xBF, 0xBF], [0x61, 0xF4, 0x90, 0x80, 0x80],
  [0x61, 0xF0, 0x9F, 0x98], [0x61, 0xF5, 0x80, 0x80, 0x80], [0x61, 0xFF], [0x61, 0xFE, 0x62],
])
func `what is not UTF-8 is refused at its first byte`(bytes: [Int]) {
  let (text, wrong) = read(bytes.map { UInt8($0) })
  #expect(text == "a")
  #expect(wrong == 1)
}

@Test func `it refuses exactly what the standard library refuses`() {
  let tails: [[UInt8]] = [[], [0x80], [0xBF, 0x80]]
  var disputed: [[UInt8]] = []
  for first in 0x7F...0xFF as ClosedRange<UInt8> {
    for second in stride(from: UInt8(0x3F), through: 0xFE, by: 1)
    where second % 16 > 13 || second % 16 < 2 {
      disputed += tails.map { [first, second] + $0 }.filter {
        (read($0).wrong == nil) != (String(validating: $0, as: UTF8.self) != nil)
      }
    }
  }
  #expect(disputed.isEmpty)
}
