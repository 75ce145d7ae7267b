/// A hyperparameter as a row: options, checks, messages and files follow from it.
public struct Hyperparameter: Sendable {
  /// As files have it; its option has dashes instead.
  public let name: String
  /// What its option does; nil where no option sets it.
  public let help: String?
  public let kind: Kind
  public let traits: Traits
  /// Its value, as a person would set it.
  public let text: @Sendable (Hyperparameters) -> String
  /// False where the text is no value of it.
  public let set: @Sendable (inout Hyperparameters, String) -> Bool
  let objection: @Sendable (Hyperparameters) -> HyperparameterError?

  /// What its value is written as.
  public enum Kind: Sendable, Equatable {
    case whole
    /// A whole number that is not negative.
    case count
    case number
    case word(of: [String])
  }

  public struct Traits: OptionSet, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    /// No run changes it on its way.
    public static let fixed = Traits(rawValue: 1)
    /// The learning rate of a step follows from it.
    public static let schedule = Traits(rawValue: 2)
    /// SGD has no use for it.
    public static let adamW = Traits(rawValue: 4)
    /// Not every network has a use for it.
    public static let network = Traits(rawValue: 8)
  }

  init<Value: HyperparameterValue>(
    _ name: String, _ path: any WritableKeyPath<Hyperparameters, Value> & Sendable,
    _ traits: Traits = [], _ limits: Limit<Value>..., help: String?
  ) {
    (self.name, self.help, self.traits, kind) = (name, help, traits, Value.kind)
    let option = Self.option(name, isThere: help != nil)
    text = { $0[keyPath: path].description }
    set = { chosen, text in
      guard let value = Value(text) else { return false }
      chosen[keyPath: path] = value
      return true
    }
    objection = { chosen in
      let value = chosen[keyPath: path]
      return limits.first { !$0.holds(value) }
        .map { HyperparameterError(option: option, given: value, expected: $0.words) }
    }
  }

  /// A value's text as messages and the screen have it: 1.0e-5, where a file has 1e-05.
  public func shown(_ text: String) -> String {
    kind == .number ? Double(text)?.spelled ?? text : text
  }

  public var option: String { Self.option(name, isThere: help != nil) }

  private static func option(_ name: String, isThere: Bool) -> String {
    isThere ? "--" + name.split(separator: "_").joined(separator: "-") : name
  }

  public static func named(option: String) -> Hyperparameter? { all.first { $0.option == option } }
}

/// What a hyperparameter can be written as and read from.
protocol HyperparameterValue: LosslessStringConvertible, Sendable {
  static var kind: Hyperparameter.Kind { get }
}

extension Int: HyperparameterValue { static var kind: Hyperparameter.Kind { .whole } }
extension UInt64: HyperparameterValue { static var kind: Hyperparameter.Kind { .count } }
extension Double: HyperparameterValue { static var kind: Hyperparameter.Kind { .number } }

extension Hyperparameters.Optimizer: HyperparameterValue {
  static var kind: Hyperparameter.Kind { .word(of: allCases.map(\.rawValue)) }

  public init?(_ description: String) { self.init(rawValue: description) }
  public var description: String { rawValue }
}
