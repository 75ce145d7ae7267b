/// A JSON value; numbers keep the text they are written in.
public enum JSON: Equatable, Sendable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSON])
  case object([Member])

  public struct Member: Equatable, Sendable {
    public var name: String
    public var value: JSON

    public init(name: String, value: JSON) { (self.name, self.value) = (name, value) }
  }

  /// The value of a member of an object.
  public subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The members of an object; none of what is no object.
  public var members: [(String, JSON)] {
    guard case .object(let members) = self else { return [] }
    return members.map { ($0.name, $0.value) }
  }

  /// An object with more members behind its own.
  public func with(_ more: [(String, JSON)]) -> JSON { .members(members + more) }

  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// A whole number that is not negative.
  public var count: Int? {
    guard case .number(let text) = self else { return nil }
    return Int(text).flatMap { $0 >= 0 && text.first != "-" ? $0 : nil }
  }

  /// The whole numbers of an array of nothing else.
  public var counts: [Int]? { list { $0.count } }

  /// The strings of an array of nothing else.
  public var strings: [String]? { list { $0.string } }

  private func list<Element>(_ element: (JSON) -> Element?) -> [Element]? {
    guard case .array(let values) = self else { return nil }
    let elements = values.compactMap(element)
    return elements.count == values.count ? elements : nil
  }
}
