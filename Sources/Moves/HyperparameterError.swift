/// A hyperparameter that training cannot begin with.
public struct HyperparameterError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The option that sets it, such as "--batch-size".
  public var option: String
  /// What it was set to.
  public var given: String
  /// What it may be, in words that follow "must be".
  public var expected: String

  public init(option: String, given: some CustomStringConvertible, expected: String) {
    let number = given as? Double
    self.option = option
    self.given = number?.spelled ?? given.description
    // What is infinite may well be greater than 0.
    self.expected = number?.isInfinite == true ? "a finite number, \(expected)" : expected
  }

  public var description: String { "\(option) must be \(expected), not \(given)." }
}
