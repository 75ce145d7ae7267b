internal import Moves

extension ParameterLife {
  var shortName: String { name.withoutPrefix }
}

extension TensorFacts {
  var shortName: String { name.withoutPrefix }
}

extension String {
  /// The name without the prefix that all of a model's names share.
  fileprivate var withoutPrefix: String {
    let prefix = "transformer."
    return hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}
