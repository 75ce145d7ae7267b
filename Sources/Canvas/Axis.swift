#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A vertical scale with ticks at 1, 2 or 5 times a power of ten.
public struct Axis: Sendable, Equatable {
  public let low: Double
  public let high: Double
  public let step: Double

  /// Covers the values, with about so many ticks.
  public init(covering range: ClosedRange<Float>, ticks: Int) {
    let (least, most) = (Double(range.lowerBound), Double(range.upperBound))
    let span = max(most - least, abs(most) * 1e-3, 1e-6)
    step = Self.niceStep(span / Double(max(ticks - 1, 1)))
    low = (least / step).rounded(.down) * step
    let top = (most / step).rounded(.up) * step
    high = top > low ? top : low + step
  }

  static func niceStep(_ rough: Double) -> Double {
    let power = pow(10, floor(log10(rough)))
    let lead = rough / power
    return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10)
  }

  /// Where a value stands: 0 at the bottom, 1 at the top.
  public func share(_ value: Float) -> Double {
    (Double(value) - low) / (high - low)
  }

  public var ticks: [Double] {
    (0...Int(((high - low) / step).rounded())).map { low + Double($0) * step }
  }

  /// As many decimals as tell the ticks apart.
  public func label(_ value: Double) -> String {
    let decimals = max(0, Int(-floor(log10(step) + 1e-9)))
    guard decimals <= 4, abs(value) < 1e5 else { return Self.power(value) }
    let scale = pow(10, Double(decimals))
    let whole = Int((abs(value) * scale).rounded())
    let digits = String(whole)
    let padded = String(repeating: "0", count: max(decimals + 1 - digits.count, 0)) + digits
    let sign = value < 0 && whole != 0 ? "-" : ""
    guard decimals > 0 else { return sign + padded }
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  private static func power(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    let exponent = Int(floor(log10(abs(value))))
    return "\(Int((value / pow(10, Double(exponent))).rounded()))e\(exponent)"
  }
}
