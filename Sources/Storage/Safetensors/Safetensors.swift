/// A safetensors file of 32-bit floats: named tensors, and metadata from string to string.
///
/// Eight bytes, little-endian, tell the length of a JSON header; after it come the numbers, row by
/// row, little-endian, without holes, overlaps or anything left over.
struct Safetensors: Equatable {
  struct Tensor: Equatable {
    var name: String
    var shape: [Int]
    var values: [Float]
  }

  /// In the order of their numbers in the file.
  var tensors: [Tensor]
  var metadata: [Entry]

  struct Entry: Equatable {
    var name: String
    var value: String
  }

  /// The metadata of that name.
  subscript(name: String) -> String? { metadata.first { $0.name == name }?.value }

  /// Read as JSON it takes many times its bytes; the deepest network here has less than 1 MB.
  static let longestHeader: UInt64 = 4_000_000
}
