internal import Chance
internal import Testing

@testable internal import JSONText

private func read(_ text: String) throws(JSONError) -> JSON {
  try JSONReader.read(Array(text.utf8)[...])
}

@Test(arguments: [
  "null", "true", "false", "0", "-0", "12", "-1.5", "1e9", "2E-3", "3.25e+10", "\"\"", "[]", "{}",
  "[1,[2,[]],\"a\"]", "{\"a\":{\"b\":[null]},\"\":1}", "\"\u{E9}\u{1F600}\"",
])
func `JSON reads back to the text it was`(text: String) throws {
  #expect(try read(text).description == text)
  #expect(try read(" \n\t\r\(text)  ") == read(text))
}

@Test func `every escape of a string is read`() throws {
  #expect(try read(#""\"\\\/\b\f\n\r\t""#) == "\"\\/\u{8}\u{C}\n\r\t")
  #expect(try read(#""\u00e9\u0000\uD83D\ude00""#) == .string("\u{E9}\0\u{1F600}"))
}

@Test func `any string is written so that it reads back`() throws {
  let text =
    String(String.UnicodeScalarView((0..<0x250).compactMap(Unicode.Scalar.init))) + "\u{1F600}"
  let written = JSON.string(text).description
  #expect(try read(written) == .string(text))
  #expect(!written.unicodeScalars.contains { $0.value < 0x20 })
}

@Test(arguments: [
  "", " ", "nul", "nulll", "tru", "+1", "01", "1.", ".5", "1e", "1e+", "-", "--1", "0x1", "NaN",
  "Infinity", "\"", "\"\n\"", "\"\\x\"", "\"\\u12\"", "\"\\u12G4\"", "\"\\uD800\"", "\"\\uDC00\"",
  "\"\\uD800\\u0041\"", "[", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "{", "{1:2}", "{\"a\"}",
  "{\"a\":}", "{\"a\":1,}", "{\"a\":1 \"b\":2}", "{\"a\":1,\"a\":2}", "1 2", "{}x", "'a'", "// a",
  "[1}", "{\"a\":1]",
])
func `what is not JSON is refused`(text: String) {
  #expect(throws: JSONError.self) { try read(text) }
}

@Test func `names that are equal but of other bytes are two names`() throws {
  #expect(throws: Never.self) { try read("{\"\u{E9}\":1,\"e\u{301}\":2}") }
}

@Test func `bytes that are no UTF-8 are refused`() {
  for bytes: [UInt8] in [
    [0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80],
  ] {
    #expect(throws: JSONError.self) { try JSONReader.read([0x22] + bytes + [0x22]) }
  }
}

@Test func `depth has an end, so that no stack has`() {
  #expect(throws: Never.self) {
    try read(String(repeating: "[", count: 16) + String(repeating: "]", count: 16))
  }
  #expect(throws: JSONError.self) { try read(String(repeating: "[", count: 1_000_000)) }
}

@Test func `floats read back to the same bits, in the shortest form`() throws {
  var random = SeededGenerator(state: 3)
  for _ in 0..<2000 {
    let single = Float(bitPattern: UInt32.random(in: 0...UInt32.max, using: &random))
    let double = Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &random))
    guard single.isFinite, double.isFinite else { continue }
    let (one, other) = (JSON.real(single).description, JSON.real(double).description)
    #expect(try read(one) == JSON.real(single) && read(other) == JSON.real(double))
    #expect(Float(one)?.bitPattern == single.bitPattern)
    #expect(Double(other)?.bitPattern == double.bitPattern)
  }
  #expect(JSON.real(Float(0.1)).description == "0.1")
  #expect(JSON.real(-0.0).description == "-0.0")
}

@Test func `what is not finite is a string, for JSON has no number for it`() {
  #expect(JSON.real(Float.nan).description == "\"NaN\"")
  #expect(JSON.real(Double.infinity).description == "\"inf\"")
  #expect(JSON.real(-Float.infinity).description == "\"-inf\"")
}
