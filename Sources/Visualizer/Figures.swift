#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Numbers as the screen writes them; never rounded to something untrue such as 0.00.
enum Figures {
  /// "2.41", and with more digits where two would show only zeros: "0.0042".
  static func loss(_ value: Float) -> String { plain(Double(value)) }

  static func plain(_ value: Double) -> String {
    guard value.isFinite else { return special(value) }
    let size = abs(value)
    if size == 0 { return "0" }
    if size >= 1e5 || size < 1e-3 { return scientific(value) }
    if size >= 1000 { return print("%.0f", value) }
    if size >= 100 { return print("%.1f", value) }
    return size >= 0.095 ? print("%.2f", value) : print("%.4f", value)
  }

  /// "2.9e-4": learning rates, in the way that code writes them.
  static func scientific(_ value: Double) -> String {
    guard value.isFinite else { return special(value) }
    let text = print("%.1e", value)
    guard let e = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: e)...])
    else { return text }
    return "\(text[..<e])e\(exponent)"
  }

  /// "0.546": what something was multiplied by.
  static func factor(_ value: Double) -> String {
    guard value.isFinite else { return special(value) }
    return value == 1 ? "1" : value < 0.001 ? scientific(value) : print("%.3f", value)
  }

  /// "62 %" of a share between 0 and 1.
  static func percent(_ share: Double) -> String {
    guard share.isFinite else { return special(share) }
    let percent = share * 100
    if percent > 0, percent < 0.1 { return "<0.1 %" }
    return percent < 10 ? print("%.1f %%", percent) : print("%.0f %%", percent)
  }

  /// "+0.0213": a parameter's value, with enough digits to see it move.
  static func parameter(_ value: Float) -> String {
    guard value.isFinite else { return special(Double(value)) }
    return print("%.5f", Double(value))
  }

  /// "107,584"
  static func grouped(_ number: Int) -> String {
    var digits = Array(String(abs(number)))
    for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: place) }
    return (number < 0 ? "-" : "") + String(digits)
  }

  private static func special(_ value: Double) -> String {
    value.isNaN ? "NaN" : value < 0 ? "-inf" : "inf"
  }

  private static func print(_ format: String, _ value: Double) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
      let length = withVaList([value]) { vsnprintf(buffer.baseAddress, 64, format, $0) }
      return String(
        decoding: buffer.prefix(Int(length)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }
}
