/// A tensor's name, or a text from a file, fit for one line: shortened, with stand-ins for what a
/// terminal obeys.
public func quoted(_ name: String) -> String {
  let scalars = name.unicodeScalars.prefix(60).map { scalar in
    scalar.properties.generalCategory == .format ? "·" : scalar.tame
  }
  let more = name.unicodeScalars.count > 60 ? "..." : ""
  return "\"\(String(String.UnicodeScalarView(scalars)))\(more)\""
}
