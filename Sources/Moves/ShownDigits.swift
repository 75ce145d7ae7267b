/// How exactly the screen writes a number, so that what is said of it follows from what is shown.
public enum ShownDigits {
  /// The decimals of a number of this size; nil where it is written as 1.5e7.
  public static func decimals(of size: Double) -> Int? {
    if size >= 1e5 || size < 1e-3 { return nil }
    if size >= 1000 { return 0 }
    if size >= 100 { return 1 }
    return size >= 0.095 ? 2 : 4
  }
}

extension Double {
  /// As the screen shows it: 2.5163 as 2.52, 0.041234 as 0.0412.
  public var asShown: Double {
    guard isFinite, self != 0 else { return self }
    if let decimals = ShownDigits.decimals(of: abs(self)) {
      return rounded(toUnit: Self.powerOfTen(-decimals))
    }
    return rounded(toDigits: 2)
  }

  /// With so many digits that count.
  public func rounded(toDigits count: Int) -> Double {
    guard isFinite, self != 0 else { return self }
    var (unit, size) = (Self.powerOfTen(1 - count), abs(self))
    while size >= 10 { (unit, size) = (unit * 10, size / 10) }
    while size < 1 { (unit, size) = (unit / 10, size * 10) }
    return rounded(toUnit: unit)
  }

  private func rounded(toUnit unit: Double) -> Double { (self / unit).rounded() * unit }

  public static func powerOfTen(_ exponent: Int) -> Double {
    (0..<abs(exponent)).reduce(1) { power, _ in exponent < 0 ? power / 10 : power * 10 }
  }
}
