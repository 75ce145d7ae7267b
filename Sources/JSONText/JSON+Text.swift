internal import Moves

extension JSON: CustomStringConvertible {
  /// The value as JSON text, on one line.
  public var description: String {
    var text = ""
    write(to: &text)
    return text
  }

  /// Puts it behind a text.
  public func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let isTrue): text += isTrue ? "true" : "false"
    case .number(let number): text += number
    case .string(let string): Self.write(string, to: &text)
    case .array(let values):
      text += "["
      for (i, value) in values.enumerated() {
        if i > 0 { text += "," }
        value.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (i, member) in members.enumerated() {
        if i > 0 { text += "," }
        Self.write(member.name, to: &text)
        text += ":"
        member.value.write(to: &text)
      }
      text += "}"
    }
  }

  /// Puts a string behind a text.
  public static func write(_ string: String, to text: inout String) {
    text += "\""
    // Most are names.
    let isPlain = string.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
    if isPlain {
      text += string
    } else {
      writeEscaped(string, to: &text)
    }
    text += "\""
  }

  /// Puts a number behind a text, as `real` has it.
  public static func write<Number: BinaryFloatingPoint & CustomStringConvertible>(
    _ number: Number, to text: inout String
  ) {
    if number.isFinite { text += number.description } else { write(number.spelled, to: &text) }
  }

  private static func writeEscaped(_ string: String, to text: inout String) {
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        text += "\\u" + scalar.value.hexadecimal(digits: 4)
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
