internal import Moves

/// A hyperparameter that the person set.
struct Setting {
  let row: Hyperparameter
  let value: String

  /// As it is written on the command line.
  var words: String { "\(row.option) \(value)" }

  func apply(to chosen: inout Hyperparameters) { _ = row.set(&chosen, value) }
}
