import JSONText

extension Safetensors {
  /// The file: the same contents make the same bytes.
  var bytes: [UInt8] {
    let header = paddedHeader
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 + header.count + tensors.reduce(0) { $0 + 4 * $1.values.count })
    withUnsafeBytes(of: UInt64(header.count).littleEndian) { bytes += $0 }
    bytes += header
    for tensor in tensors {
      let words = tensor.values.map(\.bitPattern.littleEndian)
      words.withUnsafeBytes { bytes += $0 }
    }
    return bytes
  }

  /// Spaces make its length a multiple of eight, so that the numbers stand where floats like to.
  private var paddedHeader: [UInt8] {
    var end = 0
    let places = tensors.map { tensor in
      let start = end
      end += 4 * tensor.values.count
      return JSON.Member(
        name: tensor.name,
        value: [
          "dtype": "F32", "shape": .list(tensor.shape), "data_offsets": .list([start, end]),
        ])
    }
    let notes = metadata.map { JSON.Member(name: $0.name, value: .string($0.value)) }
    let first = JSON.Member(name: "__metadata__", value: .object(notes))
    let text = Array(JSON.object([first] + places).description.utf8)
    return text + [UInt8](repeating: 0x20, count: (8 - text.count % 8) % 8)
  }
}
