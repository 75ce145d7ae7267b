internal import Platform

/// A number in few characters, written without the host's locale.
public enum Figure {
  /// With so many decimals: 4.20.
  public static func fixed(_ value: Double, decimals: Int) -> String {
    let scaled = (abs(value) * pow(10, Double(decimals))).rounded()
    guard scaled < 1e18 else { return scientific(value, decimals: decimals) }
    let digits = String(Int(scaled))
    let padded = String(repeating: "0", count: max(decimals + 1 - digits.count, 0)) + digits
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return sign + padded }
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  /// As a mantissa and a power of ten: 2.9e-4.
  public static func scientific(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return value.isNaN ? "NaN" : "\(value)" }
    guard value != 0 else { return "0" }
    var exponent = Int(floor(log10(abs(value))))
    var mantissa = value / pow(10, Double(exponent))
    if abs(mantissa) + 0.5 * pow(10, -Double(decimals)) >= 10 {
      mantissa /= 10
      exponent += 1
    }
    return fixed(mantissa, decimals: decimals) + "e\(exponent)"
  }

  /// A learning rate, in one notation everywhere: 0.100, 0.0553, 0.0027, 2.9e-4.
  public static func rate(_ value: Double) -> String {
    let size = abs(value)
    guard size >= 0.001, size < 1000 else { return scientific(value, decimals: 1) }
    // What rounds up to a larger number is written as that one is.
    let decimals = size >= 9.995 ? 1 : size >= 0.9995 ? 2 : size >= 0.09995 ? 3 : 4
    return fixed(value, decimals: decimals)
  }

  /// A count: 950, 12000, 250k, 4M.
  public static func count(_ value: Int) -> String {
    if value >= 1_000_000, value % 100_000 == 0 { return short(value, 1_000_000) + "M" }
    if value >= 100_000, value % 100 == 0 { return short(value, 1000) + "k" }
    return "\(value)"
  }

  private static func short(_ value: Int, _ unit: Int) -> String {
    let tenths = value * 10 / unit
    return fixed(Double(tenths) / 10, decimals: tenths % 10 == 0 ? 0 : 1)
  }
}
