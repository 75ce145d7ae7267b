/// A large value that seldom changes, kept in a place of its own: to copy what holds it, one counter
/// is raised.
@propertyWrapper
public indirect enum Boxed<Value> {
  case value(Value)

  public init(wrappedValue: Value) { self = .value(wrappedValue) }

  public var wrappedValue: Value {
    get {
      switch self {
      case .value(let value): value
      }
    }
    set { self = .value(newValue) }
  }
}

extension Boxed: Sendable where Value: Sendable {}
extension Boxed: Equatable where Value: Equatable {}
