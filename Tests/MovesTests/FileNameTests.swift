internal import Moves
internal import Testing

/// UTF-8 and what is none: cut short, too long, a surrogate, lone bytes, and the scalars that stand
/// for such bytes.
private let names: [[UInt8]] = [
  [], Array("plain é 名 👩‍👩‍👧".utf8), [0xFF], [0x6E, 0xFF, 0x2E], [0xC3], [0xC3, 0x28], [0xE2, 0x82],
  [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF4, 0x8F, 0xBB, 0xBF],
  [0xF4, 0x8F, 0xBA, 0x80, 0x80], Array(0x80...0xFF), [0x65, 0xCC, 0x81],
]

@Test(arguments: names)
func `whatever bytes a file's name has, they come back`(bytes: [UInt8]) {
  #expect(String(fileName: bytes).fileNameBytes == bytes)
}

@Test func `a name that is text is that text, and no two names are one`() {
  #expect(String(fileName: Array("é 名".utf8)) == "é 名")
  #expect(String(fileName: [0x6E, 0xFF]).tame == "n·")
  let strings = names.map { Array(String(fileName: $0).unicodeScalars) }
  #expect(Set(strings).count == names.count)
}
