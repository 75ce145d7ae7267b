internal import JSONText

/// What a class says of itself to whoever knocks.
struct Greeting: Equatable {
  var code: String
  var isFull = false

  static let newest = 3

  init(code: String, isFull: Bool = false) { (self.code, self.isFull) = (code, isFull) }

  /// Nil where the line is no greeting.
  init?(_ line: ArraySlice<UInt8>) throws(ClassError) {
    guard let json = try? JSONReader.read(line), json["type"]?.string == "class" else { return nil }
    let number = json["protocol"].flatMap {
      if case .number(let text) = $0 { Int(text) } else { nil }
    }
    guard number == Self.newest else { throw .otherProtocol(number ?? 0) }
    self.init(code: json["code"]?.string ?? "", isFull: json["full"] == .bool(true))
  }

  var line: String {
    #"{"type":"class","protocol":\#(Self.newest),"code":"\#(code)""#
      + (isFull ? #","full":true}"# : "}") + "\n"
  }
}
