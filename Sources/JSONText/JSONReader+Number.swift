extension JSONReader {
  /// The text of a number, as JSON allows it.
  mutating func number() throws(JSONError) -> String {
    let start = place
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  /// At least one digit.
  private mutating func digits() throws(JSONError) {
    guard let next, isDigit(next) else { throw surprise() }
    while let digit = self.next, isDigit(digit) { place += 1 }
  }

  private func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
}
