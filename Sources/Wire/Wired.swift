internal import JSONText

/// What can stand in a line.
protocol Wired {
  /// Nil where it is no such value.
  init?(_ json: JSON)
  /// Puts its JSON behind a text.
  func write(to text: inout String)
}

extension Wired {
  /// What was written, read again.
  var json: JSON {
    var text = ""
    write(to: &text)
    return (try? JSONReader.read(Array(text.utf8)[...])) ?? .null
  }
}

/// A value of named fields.
protocol Shaped: Wired {
  /// What is read begins as this.
  static var blank: Self { get }
  /// Describes every field, in their order in the line.
  mutating func fill(_ form: inout Form)
}

extension Shaped {
  init?(_ json: JSON) {
    guard case .object = json else { return nil }
    (self, _) = (Self.blank, ())
    var form = Form.reading(json)
    fill(&form)
    guard form.fault == nil else { return nil }
  }

  func write(to text: inout String) {
    text += "{"
    write(members: &text, isFirst: true, in: nil)
    text += "}"
  }

  /// Puts its members behind others, or at the beginning of an object.
  func write(members text: inout String, isFirst: Bool = false, in context: WireContext?) {
    // The text is handed over, not copied.
    var form = Form.writing(behind: text.taken(), isFirst: isFirst, in: context)
    var copy = self
    copy.fill(&form)
    text = form.text
  }
}

extension Bool: Wired {
  init?(_ json: JSON) {
    guard case .bool(let isTrue) = json else { return nil }
    self = isTrue
  }
  func write(to text: inout String) { text += self ? "true" : "false" }
}

extension String: Wired {
  init?(_ json: JSON) {
    guard let text = json.string else { return nil }
    self = text
  }
  func write(to text: inout String) { JSON.write(self, to: &text) }
}

extension Int: Wired {
  /// No run has more of anything; sums and products of such numbers still fit.
  private static let largest = 1_000_000_000_000

  init?(_ json: JSON) {
    guard case .number(let text) = json, let number = Int(text), number.magnitude <= Self.largest
    else { return nil }
    self = number
  }
  func write(to text: inout String) { text += description }
}

extension UInt64: Wired {
  init?(_ json: JSON) {
    guard case .number(let text) = json, let number = UInt64(text) else { return nil }
    self = number
  }
  func write(to text: inout String) { text += description }
}

extension Float: Wired {
  init?(_ json: JSON) {
    guard let text = json.figure, let number = Float(text) else { return nil }
    self = number
  }
  func write(to text: inout String) { JSON.write(self, to: &text) }
}

extension Double: Wired {
  init?(_ json: JSON) {
    guard let text = json.figure, let number = Double(text) else { return nil }
    self = number
  }
  func write(to text: inout String) { JSON.write(self, to: &text) }
}

extension JSON {
  /// JSON has finite numbers only; the others stand in strings.
  fileprivate var figure: String? {
    switch self {
    case .number(let text): text
    case .string(let text) where ["NaN", "inf", "-inf"].contains(text): text
    default: nil
    }
  }
}

extension Array: Wired where Element: Wired {
  init?(_ json: JSON) {
    guard case .array(let values) = json else { return nil }
    let elements = values.compactMap(Element.init)
    guard elements.count == values.count else { return nil }
    self = elements
  }
  func write(to text: inout String) {
    text += "["
    for (place, element) in enumerated() {
      if place > 0 { text += "," }
      element.write(to: &text)
    }
    text += "]"
  }
}

/// Words of a closed list, each by its own.
extension Wired where Self: RawRepresentable, RawValue == String {
  init?(_ json: JSON) {
    guard let word = json.string, let value = Self(rawValue: word) else { return nil }
    self = value
  }
  func write(to text: inout String) { JSON.write(rawValue, to: &text) }
}

extension String {
  /// Leaves nothing behind.
  fileprivate mutating func taken() -> String {
    var text = ""
    swap(&text, &self)
    return text
  }
}

extension String {
  /// Puts values of several kinds behind, as one array; null for one that is not there.
  mutating func list(_ values: (any Wired)?...) {
    self += "["
    for (place, value) in values.enumerated() {
      if place > 0 { self += "," }
      if let value { value.write(to: &self) } else { self += "null" }
    }
    self += "]"
  }
}
