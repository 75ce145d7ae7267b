internal import JSONText

/// The fields of a value as they stand on the wire: each is described once, to be written and to be
/// read. A name that is not described is skipped; the first that is missing or wrong is remembered.
struct Form {
  private var members: [JSON.Member] = []
  private let source: JSON?
  private(set) var fault: String?
  /// The run that a line is of; nil outside one.
  let context: WireContext?

  static func writing(in context: WireContext? = nil) -> Form {
    Form(source: nil, context: context)
  }

  static func reading(_ json: JSON, in context: WireContext? = nil) -> Form {
    Form(source: json, context: context)
  }

  private init(source: JSON?, context: WireContext?) {
    (self.source, self.context) = (source, context)
  }

  var isReading: Bool { source != nil }
  var json: JSON { .object(members) }

  /// One that must be there.
  mutating func field<Value: Wired>(_ name: String, _ value: inout Value) {
    guard isReading else { return write(name, value.json) }
    guard let found = there(name) else { return miss(name) }
    read(found, name, into: &value)
  }

  /// One that is left out where it is not known.
  mutating func field<Value: Wired>(_ name: String, _ value: inout Value?) {
    guard isReading else { return value.map { write(name, $0.json) } ?? () }
    guard let found = there(name) else { return value = nil }
    guard let known = Value(found) else { return miss(name) }
    value = known
  }

  /// One that is null where it is not known, as programs expect that read a log.
  mutating func told<Value: Wired>(_ name: String, _ value: inout Value?) {
    if isReading { field(name, &value) } else { write(name, value?.json ?? .null) }
  }

  /// One that is left out where it is as usual.
  mutating func field<Value: Wired & Equatable>(
    _ name: String, _ value: inout Value, unless usual: Value
  ) {
    guard isReading else { return value == usual ? () : write(name, value.json) }
    guard let found = there(name) else { return value = usual }
    read(found, name, into: &value)
  }

  /// One that is left out where it is as expected, and null where it is not known.
  mutating func field<Value: Wired & Equatable>(
    _ name: String, _ value: inout Value?, unless expected: Value?
  ) {
    guard isReading else { return value == expected ? () : write(name, value?.json ?? .null) }
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

  private mutating func write(_ name: String, _ json: JSON) {
    members.append(JSON.Member(name: name, value: json))
  }

  private mutating func read<Value: Wired>(_ json: JSON, _ name: String, into value: inout Value) {
    guard let known = Value(json) else { return miss(name) }
    value = known
  }

  private mutating func miss(_ name: String) { fault = fault ?? name }
}
