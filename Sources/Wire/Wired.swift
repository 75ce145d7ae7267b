internal import JSONText

/// What can stand in a line.
protocol Wired {
  /// Nil where it is no such value.
  init?(_ json: JSON)
  var json: JSON { get }
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

  var json: JSON { .members(members(in: nil)) }

  func members(in context: WireContext?) -> [(String, JSON)] {
    var (copy, form) = (self, Form.writing(in: context))
    copy.fill(&form)
    return form.json.members
  }
}

extension Bool: Wired {
  init?(_ json: JSON) {
    guard case .bool(let isTrue) = json else { return nil }
    self = isTrue
  }
  var json: JSON { .bool(self) }
}

extension String: Wired {
  init?(_ json: JSON) {
    guard let text = json.string else { return nil }
    self = text
  }
  var json: JSON { .string(self) }
}

extension Int: Wired {
  /// No run has more of anything; sums and products of such numbers still fit.
  private static let largest = 1_000_000_000_000

  init?(_ json: JSON) {
    guard case .number(let text) = json, let number = Int(text), number.magnitude <= Self.largest
    else { return nil }
    self = number
  }
  var json: JSON { .whole(self) }
}

extension UInt64: Wired {
  init?(_ json: JSON) {
    guard case .number(let text) = json, let number = UInt64(text) else { return nil }
    self = number
  }
  var json: JSON { .whole(self) }
}

extension Float: Wired {
  init?(_ json: JSON) {
    guard let text = json.figure, let number = Float(text) else { return nil }
    self = number
  }
  var json: JSON { .real(self) }
}

extension Double: Wired {
  init?(_ json: JSON) {
    guard let text = json.figure, let number = Double(text) else { return nil }
    self = number
  }
  var json: JSON { .real(self) }
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
  var json: JSON { .array(map(\.json)) }
}

/// Words of a closed list, each by its own.
extension Wired where Self: RawRepresentable, RawValue == String {
  init?(_ json: JSON) {
    guard let word = json.string, let value = Self(rawValue: word) else { return nil }
    self = value
  }
  var json: JSON { .string(rawValue) }
}
