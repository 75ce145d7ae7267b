import JSONText
import Moves

/// What is wrong with the bytes of a safetensors file.
enum SafetensorsError: Error, Equatable, CustomStringConvertible {
  case tooShort(Int)
  case headerTooLong(UInt64, room: Int)
  case headerTooLarge(UInt64)
  case header(JSONError)
  case headerIsNoObject
  case metadataIsNoText(String)
  case badField(tensor: String, field: String)
  case dataType(tensor: String, String)
  case wrongSize(tensor: String, shape: [Int], bytes: Int)
  case hole(before: String, bytes: Int)
  case overlap(String)
  case endsEarly(bytes: Int, needed: Int)
  case continues(bytes: Int)

  var description: String {
    switch self {
    case .tooShort(let bytes):
      "with \(bytes.counted("byte")) it is no safetensors file; 8 must tell how long its header is"
    case .headerTooLong(let length, let room):
      "it is not a safetensors file, or it was cut short: it announces a header of \(length) bytes, "
        + "and \(room) are left"
    case .headerTooLarge(let length):
      "its header has \(length) bytes; \(Safetensors.longestHeader) are the most that any network "
        + "here needs"
    case .header(let error): "its header is not JSON (\(error))"
    case .headerIsNoObject: "its header is not a JSON object of tensors"
    case .metadataIsNoText(let name): "its metadata \(quoted(name)) is not a string"
    case .badField(let tensor, let field):
      "\(field) of tensor \(quoted(tensor)) is missing or not what the format wants"
    case .dataType(let tensor, let type):
      "tensor \(quoted(tensor)) has the dtype \(quoted(type)); only F32 is read (in Python: "
        + "tensor.float())"
    case .wrongSize(let tensor, let shape, let bytes):
      "tensor \(quoted(tensor)) of shape \(shape) cannot have \(bytes.counted("byte"))"
    case .hole(let tensor, let bytes):
      "there is a hole of \(bytes.counted("byte")) before tensor \(quoted(tensor))"
    case .overlap(let tensor): "tensor \(quoted(tensor)) overlaps the one before it"
    case .endsEarly(let bytes, let needed):
      "it is cut short, for it has \(bytes.counted("byte")) of data, and its tensors need \(needed)"
    case .continues(let bytes): "it has \(bytes.counted("byte")) after its last tensor"
    }
  }
}
