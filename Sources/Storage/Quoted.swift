/// A name from outside, fit for one line: shortened, and nothing in it that a terminal obeys.
func quoted(_ name: String) -> String {
  let scalars = name.unicodeScalars.prefix(60).map { scalar in
    let isPlain = scalar.properties.generalCategory != .control && scalar.value != 0x22
    return isPlain && !isInvisible(scalar) ? Character(scalar) : "?"
  }
  return "\"\(String(scalars))\(name.unicodeScalars.count > 60 ? "..." : "")\""
}

/// Line and paragraph separators, and characters that change the direction of what follows.
private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
  [.format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
}
