/// What a hyperparameter may be, in words that follow "must be".
struct Limit<Value>: Sendable {
  let words: String
  let holds: @Sendable (Value) -> Bool

  init(_ words: String, _ holds: @escaping @Sendable (Value) -> Bool) {
    (self.words, self.holds) = (words, holds)
  }
}

extension Limit<Int> {
  static func atLeast(_ least: Int) -> Limit { Limit("at least \(least)") { $0 >= least } }
  static func atMost(_ most: Int) -> Limit { Limit("at most \(most)") { $0 <= most } }

  static let notNegative = Limit("0 or more") { $0 >= 0 }
  /// Whoever counts on from it must not come to more than an `Int` holds.
  static let countable = atMost(1_000_000_000_000)
}

extension Limit<Double> {
  static let positive = Limit("greater than 0") { $0 > 0 && $0.isFinite }
  /// Infinity too.
  static let ceiling = Limit("greater than 0") { $0 > 0 }
  static let notNegative = Limit("0 or more") { $0 >= 0 && $0.isFinite }
  static let share = Limit("at least 0 and less than 1") { 0..<1 ~= $0 }
}
