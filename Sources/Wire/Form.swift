internal import JSONText

/// The fields of a value as they stand on the wire: each is described once, to be written and to be
/// read. A name that is not described is skipped; the first that is missing or wrong is remembered.
struct Form {
  /// What is written: members of an object, each behind a comma but for the first.
  private(set) var text: String
  private var isFirst = true
  private let source: JSON?
  private(set) var fault: String?
  /// The run that a line is of; nil outside one.
  let context: WireContext?

  /// - Parameter text: what the members go behind.
  /// - Parameter isFirst: whether no member stands there yet.
  static func writing(
    behind text: consuming String = "", isFirst: Bool = true, in context: WireContext? = nil
  ) -> Form {
    Form(source: nil, text, isFirst, context)
  }

  static func reading(_ json: JSON, in context: WireContext? = nil) -> Form {
    Form(source: json, "", true, context)
  }

  private init(
    source: JSON?, _ text: consuming String, _ isFirst: Bool, _ context: WireContext?
  ) {
    (self.source, self.context, self.isFirst) = (source, context, isFirst)
    self.text = text
  }

  var isReading: Bool { source != nil }

  /// One that must be there.
  mutating func field<Value: Wired>(_ name: String, _ value: inout Value) {
    guard isReading else { return write(name, value) }
    guard let found = there(name) else { return miss(name) }
    read(found, name, into: &value)
  }

  /// One that is left out where it is not known.
  mutating func field<Value: Wired>(_ name: String, _ value: inout Value?) {
    guard isReading else {
      if let value { write(name, value) }
      return
    }
    guard let found = there(name) else { return value = nil }
    guard let known = Value(found) else { return miss(name) }
    value = known
  }

  /// One that is null where it is not known, as programs expect that read a log.
  mutating func told<Value: Wired>(_ name: String, _ value: inout Value?) {
    if isReading { field(name, &value) } else { write(name, orNull: value) }
  }

  /// One that is left out where it is as usual.
  mutating func field<Value: Wired & Equatable>(
    _ name: String, _ value: inout Value, unless usual: Value
  ) {
    guard isReading else { return value == usual ? () : write(name, value) }
    guard let found = there(name) else { return value = usual }
    read(found, name, into: &value)
  }

  /// One that is left out where it is as expected, and null where it is not known.
  mutating func field<Value: Wired & Equatable>(
    _ name: String, _ value: inout Value?, unless expected: Value?
  ) {
    guard isReading else { return value == expected ? () : write(name, orNull: value) }
    guard let found = source?[name] else { return value = expected }
    if found == .null { return value = nil }
    guard let known = Value(found) else { return miss(name) }
    value = known
  }

  /// A list, left out where it is empty.
  mutating func list<Value: Wired & Equatable>(_ name: String, _ values: inout [Value]) {
    field(name, &values, unless: [])
  }

  /// What a person would call wrong in what was read.
  mutating func require(_ isRight: Bool, _ name: String) {
    if isReading, !isRight { miss(name) }
  }

  private func there(_ name: String) -> JSON? { source?[name].flatMap { $0 == .null ? nil : $0 } }

  private mutating func write(_ name: String, _ value: some Wired) {
    begin(name)
    value.write(to: &text)
  }

  private mutating func write(_ name: String, orNull value: (some Wired)?) {
    begin(name)
    if let value { value.write(to: &text) } else { text += "null" }
  }

  private mutating func begin(_ name: String) {
    if !isFirst { text += "," }
    isFirst = false
    text += "\""
    text += name
    text += "\":"
  }

  private mutating func read<Value: Wired>(_ json: JSON, _ name: String, into value: inout Value) {
    guard let known = Value(json) else { return miss(name) }
    value = known
  }

  private mutating func miss(_ name: String) { fault = fault ?? name }
}
