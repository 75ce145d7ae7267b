/// Reads one JSON value (RFC 8259) and nothing after it but white space; a name may come once.
public struct JSONReader {
  let bytes: ArraySlice<UInt8>
  var place: Int
  private var depth = 0

  private static let deepest = 16

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  public static func read(_ bytes: ArraySlice<UInt8>) throws(JSONError) -> JSON {
    var reader = JSONReader(bytes)
    let value = try reader.value()
    reader.skipSpace()
    guard reader.place == bytes.endIndex else { throw reader.error(.continues) }
    return value
  }

  func error(_ fault: JSONError.Fault) -> JSONError {
    JSONError(fault: fault, place: place - bytes.startIndex)
  }

  var next: UInt8? { place < bytes.endIndex ? bytes[place] : nil }

  /// What comes is not what must come.
  func surprise() -> JSONError { error(next.map { .unexpected($0) } ?? .endsEarly) }

  mutating func skipSpace() {
    while let next, next == 0x20 || 0x09...0x0A ~= next || next == 0x0D { place += 1 }
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let next, UInt32(next) == character.value else { return false }
    place += 1
    return true
  }

  mutating func expect(_ character: Unicode.Scalar) throws(JSONError) {
    guard take(character) else { throw surprise() }
  }

  private mutating func value() throws(JSONError) -> JSON {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"):
      return .object(try nested { reader throws(JSONError) in try reader.members() })
    case UInt8(ascii: "["):
      return .array(try nested { reader throws(JSONError) in try reader.elements() })
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func nested<Inside>(
    _ read: (inout JSONReader) throws(JSONError) -> Inside
  ) throws(JSONError) -> Inside {
    guard depth < Self.deepest else { throw error(.tooDeep) }
    depth += 1
    defer { depth -= 1 }
    place += 1
    return try read(&self)
  }

  private mutating func members() throws(JSONError) -> [JSON.Member] {
    var members: [JSON.Member] = []
    var names = Names()
    skipSpace()
    if take("}") { return [] }
    repeat {
      skipSpace()
      let name = try string()
      guard names.insert(name) else { throw error(.twice(name)) }
      skipSpace()
      try expect(":")
      members.append(JSON.Member(name: name, value: try value()))
      skipSpace()
    } while take(",")
    try expect("}")
    return members
  }

  private mutating func elements() throws(JSONError) -> [JSON] {
    var elements: [JSON] = []
    skipSpace()
    if take("]") { return [] }
    repeat {
      elements.append(try value())
      skipSpace()
    } while take(",")
    try expect("]")
    return elements
  }

  private mutating func word(_ word: String, _ value: JSON) throws(JSONError) -> JSON {
    for scalar in word.unicodeScalars { try expect(scalar) }
    return value
  }
}

/// The names of an object, each of which may come once. Bytes are compared, because strings of
/// different bytes can be equal.
private struct Names {
  private var few: [String] = []
  private var many: Set<[UInt8]> = []

  /// So few are looked through faster than they are hashed.
  private static let fewest = 24

  /// False where it is there.
  mutating func insert(_ name: String) -> Bool {
    if !many.isEmpty { return many.insert(Array(name.utf8)).inserted }
    if few.contains(where: { $0.utf8.elementsEqual(name.utf8) }) { return false }
    few.append(name)
    if few.count == Self.fewest { many = Set(few.map { Array($0.utf8) }) }
    return true
  }
}
