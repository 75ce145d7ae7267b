internal import JSONText
internal import Moves
internal import Testing

@testable internal import Storage

private let sample = Safetensors(
  tensors: [
    .init(name: "a", shape: [2, 2], values: [1, -2, 0.5, .greatestFiniteMagnitude]),
    .init(name: "b", shape: [1], values: [-0.0]),
    .init(name: "empty", shape: [0, 3], values: []),
    .init(name: "scalar", shape: [], values: [.leastNonzeroMagnitude]),
  ], metadata: [.init(name: "k", value: "a \"line\"\n\u{E9}")])

/// A file with this header before so many bytes of data.
private func bytes(_ header: String, data: Int) -> [UInt8] {
  let text = Array(header.utf8)
  return withUnsafeBytes(of: UInt64(text.count).littleEndian) { Array($0) } + text
    + [UInt8](repeating: 0, count: data)
}

private func tensor(_ name: String, _ type: String, _ shape: String, _ ends: String) -> String {
  "\"\(name)\":{\"dtype\":\"\(type)\",\"shape\":\(shape),\"data_offsets\":\(ends)}"
}

@Test func `a file reads back to what was written, and begins its numbers at a multiple of eight`()
  throws
{
  let file = sample.bytes
  #expect(try Safetensors(file) == sample)
  #expect(try Safetensors(file).bytes == file)
  #expect((8 + Int(file[0]) + Int(file[1]) << 8) % 8 == 0)
}

@Test func `a file cut short at any byte is refused`() {
  let file = sample.bytes
  for length in 0..<file.count {
    #expect(throws: SafetensorsError.self) { try Safetensors(Array(file[..<length])) }
  }
}

@Test func `a file of one more byte is refused`() {
  #expect(throws: SafetensorsError.continues(bytes: 1)) { try Safetensors(sample.bytes + [0]) }
}

@Test(arguments: [UInt64(1) << 63, .max, 1 << 32, 100_000_001, 1000])
func `a header longer than the file is refused`(length: UInt64) {
  var file = sample.bytes
  withUnsafeBytes(of: length.littleEndian) { file.replaceSubrange(..<8, with: $0) }
  #expect(throws: SafetensorsError.headerTooLong(length, room: file.count - 8)) {
    try Safetensors(file)
  }
}

@Test(arguments: [
  ("[]", 0, "header"), ("{", 0, "JSON"), ("", 0, "JSON"), ("{\"a\":1}", 0, "dtype"),
  ("{\"__metadata__\":3}", 0, "metadata"), ("{\"__metadata__\":{\"k\":3}}", 0, "\"k\""),
  ("{\(tensor("a", "F16", "[2]", "[0,4]"))}", 4, "F16"),
  ("{\(tensor("a", "F64", "[1]", "[0,8]"))}", 8, "F64"),
  ("{\(tensor("a", "F32", "[1]", "[0,8]"))}", 8, "8 bytes"),
  ("{\(tensor("a", "F32", "[2]", "[4,0]"))}", 8, "data_offsets"),
  ("{\(tensor("a", "F32", "[2]", "[0]"))}", 8, "data_offsets"),
  ("{\(tensor("a", "F32", "[2]", "[0,8,9]"))}", 8, "data_offsets"),
  ("{\(tensor("a", "F32", "[2]", "[-8,0]"))}", 8, "data_offsets"),
  ("{\(tensor("a", "F32", "[2]", "[0,8.0]"))}", 8, "data_offsets"),
  ("{\(tensor("a", "F32", "[-2]", "[0,8]"))}", 8, "shape"),
  ("{\(tensor("a", "F32", "[1.5]", "[0,8]"))}", 8, "shape"),
  ("{\(tensor("a", "F32", "2", "[0,8]"))}", 8, "shape"),
  ("{\(tensor("a", "F32", "[4611686018427387904,4]", "[0,0]"))}", 0, "shape"),
  ("{\(tensor("a", "F32", "[9223372036854775807]", "[0,9223372036854775807]"))}", 0, "shape"),
  ("{\(tensor("a", "F32", "[1]", "[4,8]"))}", 8, "hole of 4"),
  ("{\(tensor("a", "F32", "[1]", "[0,4]")),\(tensor("b", "F32", "[1]", "[8,12]"))}", 12, "hole"),
  ("{\(tensor("a", "F32", "[2]", "[0,8]")),\(tensor("b", "F32", "[1]", "[4,8]"))}", 8, "overlaps"),
  ("{\(tensor("a", "F32", "[1]", "[0,4]")),\(tensor("b", "F32", "[1]", "[0,4]"))}", 4, "overlaps"),
  ("{\(tensor("a", "F32", "[1]", "[0,4]")),\(tensor("a", "F32", "[1]", "[4,8]"))}", 8, "twice"),
  ("{\(tensor("a", "F32", "[2]", "[0,8]"))}", 4, "cut short"),
  ("{\(tensor("a", "F32", "[2]", "[0,8]"))}", 12, "4 bytes after"),
  ("{}", 1, "1 byte after"),
])
func `what is wrong is named in one line`(header: String, data: Int, named words: String) {
  let error = #expect(throws: SafetensorsError.self) { try Safetensors(bytes(header, data: data)) }
  let text = error?.description ?? ""
  #expect(text.contains(words), "\(text)")
  #expect(!text.contains { $0.isNewline })
}

@Test func `the order of a header is free`() throws {
  let header = "{\(tensor("b", "F32", "[1]", "[4,8]")),\(tensor("a", "F32", "[1]", "[0,4]"))}  "
  #expect(try Safetensors(bytes(header, data: 8)).tensors.map(\.name) == ["a", "b"])
}

@Test func `a name from outside cannot break the line or speak to the terminal`() {
  let name = "\u{1B}[2J\n\u{202E}\u{2028}" + String(repeating: "x", count: 500)
  let words = quoted(name)
  #expect(words.hasPrefix("\"␛[2J↵··xxx"))
  #expect(words.count < 70)
}
