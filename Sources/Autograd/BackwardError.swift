/// Why backward cannot run from a tensor.
public enum BackwardError: Error, Equatable {
  /// A backward has been through this graph before.
  case alreadyUsed
  /// No operation that leads to a parameter was recorded for it: it was made under `noGrad`, or before a reset.
  case notRecorded
  /// It has more than one number.
  case notScalar
}
