import JSONText

extension Safetensors {
  /// - Throws: the first thing that is wrong; nothing is read that has not been checked.
  init(_ bytes: [UInt8]) throws(SafetensorsError) {
    let header = try Header(bytes, of: bytes.count)
    let data = bytes[header.bytes.upperBound...]
    metadata = header.metadata
    tensors = header.places.map { place in
      let start = data.startIndex
      let numbers = data[start + place.range.lowerBound..<start + place.range.upperBound]
      return Tensor(name: place.name, shape: place.shape, values: floats(numbers))
    }
  }

  /// Where the header stands of a file of `size` bytes that begins with these eight.
  static func header(after start: [UInt8], of size: Int) throws(SafetensorsError) -> Range<Int> {
    guard start.count >= 8 else { throw .tooShort(start.count) }
    let length = start.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let room = max(size - 8, 0)
    guard length <= UInt64(room) else { throw .headerTooLong(length, room: room) }
    guard length <= longestHeader else { throw .headerTooLarge(length) }
    return 8..<8 + Int(length)
  }

  /// What the header says, which is all true of a file of this size.
  struct Header {
    fileprivate let bytes: Range<Int>
    fileprivate let metadata: [Entry]
    /// In their order in the file.
    fileprivate let places: [Place]

    /// - Parameter start: the file's bytes to the end of its header at least.
    init(_ start: [UInt8], of size: Int) throws(SafetensorsError) {
      bytes = try Safetensors.header(after: Array(start.prefix(8)), of: size)
      guard case .object(let members) = try Safetensors.parsed(start[bytes]) else {
        throw .headerIsNoObject
      }
      metadata = try Safetensors.metadata(of: members)
      var places: [Place] = []
      for member in members where member.name != "__metadata__" { places.append(try Place(member)) }
      places.sort {
        ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
      }
      try Safetensors.check(places, fill: size - bytes.upperBound)
      self.places = places
    }
  }

  private static func parsed(_ header: ArraySlice<UInt8>) throws(SafetensorsError) -> JSON {
    do { return try JSONReader.read(header) } catch { throw .header(error) }
  }

  private static func metadata(of members: [JSON.Member]) throws(SafetensorsError) -> [Entry] {
    guard let found = members.first(where: { $0.name == "__metadata__" }) else { return [] }
    guard case .object(let members) = found.value else { throw .metadataIsNoText(found.name) }
    var entries: [Entry] = []
    for member in members {
      guard let value = member.value.string else { throw .metadataIsNoText(member.name) }
      entries.append(Entry(name: member.name, value: value))
    }
    return entries
  }

  /// - Parameter places: in their order in the file.
  private static func check(_ places: [Place], fill count: Int) throws(SafetensorsError) {
    var end = 0
    for place in places {
      let start = place.range.lowerBound
      guard start >= end else { throw .overlap(place.name) }
      guard start == end else { throw .hole(before: place.name, bytes: start - end) }
      end = place.range.upperBound
    }
    guard end <= count else { throw .endsEarly(bytes: count, needed: end) }
    guard end == count else { throw .continues(bytes: count - end) }
  }
}

/// Where a tensor stands in the data, as its header says.
private struct Place {
  let name: String
  let shape: [Int]
  let range: Range<Int>

  init(_ member: JSON.Member) throws(SafetensorsError) {
    name = member.name
    guard let type = member.value["dtype"]?.string else {
      throw .badField(tensor: name, field: "dtype")
    }
    guard type == "F32" else { throw .dataType(tensor: name, type) }
    guard let shape = member.value["shape"]?.counts else {
      throw .badField(tensor: name, field: "shape")
    }
    guard let ends = member.value["data_offsets"]?.counts, ends.count == 2, ends[0] <= ends[1]
    else { throw .badField(tensor: name, field: "data_offsets") }
    let bytes = ends[1] - ends[0]
    guard byteCount(of: shape) == bytes else {
      throw .wrongSize(tensor: name, shape: shape, bytes: bytes)
    }
    self.shape = shape
    range = ends[0]..<ends[1]
  }
}

/// Nil where it is more than can be counted.
private func byteCount(of shape: [Int]) -> Int? {
  shape.reduce(4) { product, size in
    guard let (result, isTooLarge) = product.map({ $0.multipliedReportingOverflow(by: size) })
    else { return nil }
    return isTooLarge ? nil : result
  }
}

private func floats(_ bytes: ArraySlice<UInt8>) -> [Float] {
  bytes.withUnsafeBytes { bytes in
    stride(from: 0, to: bytes.count, by: 4).map { i in
      Float(
        bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: i, as: UInt32.self)))
    }
  }
}
