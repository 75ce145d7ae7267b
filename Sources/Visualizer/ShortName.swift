internal import Moves

extension ParameterLife {
  var shortName: String { name.withoutPrefix }
}

extension TensorFacts {
  var shortName: String { name.withoutPrefix }

  /// "wte[3,0]": one of its parameters.
  func name(of place: ParameterPlace) -> String { shortName + index(of: place) }

  /// "[3,0]"
  func index(of place: ParameterPlace) -> String {
    "[\(place.index(in: shape).map(String.init).joined(separator: ","))]"
  }
}

extension String {
  /// The name without the prefix that all of a model's names share.
  fileprivate var withoutPrefix: String {
    let prefix = "transformer."
    return hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}
