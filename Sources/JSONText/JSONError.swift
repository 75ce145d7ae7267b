internal import Moves

/// Why a text is not JSON, and at which byte.
public struct JSONError: Error, Equatable, CustomStringConvertible {
  public enum Fault: Equatable, Sendable {
    case endsEarly
    case unexpected(UInt8)
    case notUTF8
    case twice(String)
    case tooDeep
    case continues
  }

  public var fault: Fault
  public var place: Int

  public var description: String {
    switch fault {
    case .endsEarly: "the text ends too early, at byte \(place)"
    case .unexpected(let byte): "unexpected \(Self.name(of: byte)) at byte \(place)"
    case .notUTF8: "a string at byte \(place) is not UTF-8"
    case .twice(let name): "the name \(quoted(name)) comes twice, at byte \(place)"
    case .tooDeep: "too many levels at byte \(place)"
    case .continues: "more text after the end, at byte \(place)"
    }
  }

  private static func name(of byte: UInt8) -> String {
    0x21..<0x7F ~= byte
      ? "\"\(Character(Unicode.Scalar(byte)))\"" : "byte \(String(byte, radix: 16))"
  }
}
