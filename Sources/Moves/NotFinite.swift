extension BinaryFloatingPoint where Self: CustomStringConvertible {
  /// In the shortest digits that read back to it, in the notation of the screen (0.05, 1.0e-5), or in
  /// the one spelling that screen, log and messages have for what is no finite number: NaN, inf, -inf.
  public var spelled: String {
    guard !isNaN else { return "NaN" }
    let isSmall = self != 0 && magnitude < 0.001
    return isFinite && (isSmall || description.contains("e")) ? withExponent : description
  }

  /// "1.0e-5" of 1e-05, "5.0e-4" of 0.0005.
  private var withExponent: String {
    let parts = magnitude.description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".")
    let zeros = mantissa.joined().prefix { $0 == "0" }.count
    let digits = mantissa.joined().dropFirst(zeros)
    let exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) + mantissa[0].count - 1 - zeros
    let most = digits.dropFirst().reversed().drop { $0 == "0" }.reversed()
    let sign = self < 0 ? "-" : ""
    return "\(sign)\(digits.prefix(1)).\(most.isEmpty ? "0" : String(most))e\(exponent)"
  }

  /// What it means that a 32-bit figure became this, which is not finite.
  public var trouble: String { isNaN ? "not a number" : "too large for 32 bits" }
}
