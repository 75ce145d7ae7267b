internal import Moves

extension JSON: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral {
  public init(stringLiteral text: String) { self = .string(text) }

  public init(dictionaryLiteral members: (String, JSON)...) { self = .members(members) }

  public static func members(_ members: [(String, JSON)]) -> JSON {
    .object(members.map { Member(name: $0.0, value: $0.1) })
  }

  public static func whole(_ number: some BinaryInteger) -> JSON { .number("\(number)") }

  /// Null where there is none.
  public static func known<Value>(_ value: Value?, _ json: (Value) -> JSON) -> JSON {
    value.map(json) ?? .null
  }

  /// In the shortest form that reads back to the same bits of its own type; JSON has no other
  /// numbers, so what is not finite becomes a string: NaN, inf, -inf.
  public static func real<Number: BinaryFloatingPoint & CustomStringConvertible>(
    _ number: Number
  ) -> JSON {
    number.isFinite ? .number(number.description) : .string(number.spelled)
  }

  /// A number where the text is a finite one, else a string.
  public static func written(_ text: String) -> JSON {
    Double(text)?.isFinite == true ? .number(text) : .string(text)
  }

  public static func list(_ strings: [String]) -> JSON { .array(strings.map { .string($0) }) }
  public static func list(_ counts: [Int]) -> JSON { .array(counts.map { whole($0) }) }
}
