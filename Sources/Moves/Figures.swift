internal import Notation

/// Numbers as the screen writes them; never rounded to something untrue such as 0.00, and never a 0
/// for one that is not known.
public enum Figures {
  /// Stands for a figure that the source of the run does not tell.
  public static let untold = "not told"

  /// "2.41", and with more digits where two would show only zeros: "0.0042".
  public static func loss(_ value: Float?) -> String { plain(value.map(Double.init)) }

  public static func plain(_ value: Double?) -> String {
    guard let value else { return untold }
    guard value.isFinite else { return value.spelled }
    if value == 0 { return "0" }
    return ShownDigits.decimals(of: abs(value)).map { Figure.fixed(value, decimals: $0) }
      ?? scientific(value)
  }

  /// A number as a person gave it, where its three digits are not all of it.
  public static func given(_ value: Double) -> String {
    let (usual, exact) = (plain(value), value.description)
    return Double(usual) == value || exact.count > 8 || exact.contains("e") ? usual : exact
  }

  /// "0.0027", "2.9e-4": a learning rate.
  public static func rate(_ value: Double?) -> String {
    guard let value, !value.isNaN else { return untold }
    return value.isFinite ? Figure.rate(value) : value.spelled
  }

  /// "2.9e-4": what is very small or very large.
  public static func scientific(_ value: Double) -> String {
    guard value.isFinite else { return value.spelled }
    return Figure.scientific(value, decimals: 1)
  }

  /// "0.546": what something was multiplied by.
  public static func factor(_ value: Double) -> String {
    guard value.isFinite else { return value.spelled }
    return value == 1 ? "1" : value < 0.001 ? scientific(value) : Figure.fixed(value, decimals: 3)
  }

  /// "62 %" of a share between 0 and 1.
  public static func percent(_ share: Double) -> String {
    guard share.isFinite else { return share.spelled }
    let percent = share * 100
    if percent > 0, percent < 0.1 { return "<0.1 %" }
    return Figure.fixed(percent, decimals: percent < 10 ? 1 : 0) + " %"
  }

  /// "15 %", "0.40 %", "32 times": what an update is of the parameters' norm; two digits that count.
  public static func share(_ share: Double?) -> String {
    guard let share else { return untold }
    guard share.isFinite else { return share.spelled }
    let percent = abs(share) * 100
    if percent == 0 { return "0 %" }
    if percent >= 999.5 { return "\(times(share)) times" }
    let decimals = [9.95, 0.995, 0.0995, 0.00995, 0.00095].firstIndex { percent >= $0 } ?? 5
    return percent < 0.000095 ? "<0.0001 %" : Figure.fixed(share * 100, decimals: decimals) + " %"
  }

  /// "15 % of their norm", "32 times their norm".
  public static func shareOfNorm(_ value: Double) -> String {
    let share = share(value)
    return share.hasSuffix(" times") ? "\(share) their norm" : "\(share) of their norm"
  }

  private static func times(_ times: Double) -> String {
    times < 1e6 ? grouped(Int(times.rounded(toDigits: 2).rounded())) : scientific(times)
  }

  /// "0.02130": a parameter's value, with enough digits to see it move.
  public static func parameter(_ value: Float) -> String {
    guard value.isFinite else { return value.spelled }
    guard abs(value) < mostFixed else { return Figure.scientific(Double(value), decimals: 4) }
    return Figure.fixed(Double(value), decimals: 5)
  }

  /// From here on a parameter is written as 2.6025e12.
  private static let mostFixed: Float = 100_000

  /// A parameter's value in as many digits as it takes to see so small a change.
  public static func parameter(_ value: Float, moving change: Float) -> String {
    parameter(Double(value), moving: change)
  }

  public static func parameter(_ value: Double, moving change: Float, more: Int = 0) -> String {
    let size = Double(abs(change))
    guard value.isFinite, size.isFinite, size > 0 else { return parameter(Float(value)) }
    guard abs(value) < Double(mostFixed) else {
      let places = (4..<8).first { size >= 2 * abs(value) * Double.powerOfTen(-$0) } ?? 8
      return Figure.scientific(value, decimals: places + more)
    }
    let places = (5..<9).first { size >= 2 * Double.powerOfTen(-$0) } ?? 9
    return Figure.fixed(value, decimals: places + more)
  }

  /// "0.216", "-0.0402", "1.23e-5": three digits that count.
  public static func digits(_ value: Double) -> String { digits(value, more: 0) }

  public static func digits(_ value: Double, more: Int) -> String {
    guard value.isFinite else { return value.spelled }
    let size = abs(value)
    if size == 0 { return "0" }
    if size >= 999.5 || size < 0.001 { return Figure.scientific(value, decimals: 2 + more) }
    let decimals = [99.95, 9.995, 0.9995, 0.09995, 0.009995].firstIndex { size >= $0 } ?? 5
    return Figure.fixed(value, decimals: decimals + more)
  }

  /// "0.9", "0.01", "1e-8": what a person set, without zeros at the end.
  public static func short(_ value: Double) -> String {
    guard value.isFinite else { return value.spelled }
    if value != 0, abs(value) < 0.0001 {
      return Figure.scientific(value, decimals: 1).replacing(".0e", with: "e")
    }
    var text = Figure.fixed(value, decimals: 4)
    while text.contains("."), text.hasSuffix("0") || text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// "107,584"
  public static func grouped(_ number: Int?) -> String { number?.grouped ?? untold }
}
