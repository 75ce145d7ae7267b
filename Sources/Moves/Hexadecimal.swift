extension BinaryInteger {
  /// "0f": in so many digits at least, with zeros before the others.
  public func hexadecimal(digits count: Int, uppercase: Bool = false) -> String {
    let digits = String(self, radix: 16, uppercase: uppercase)
    return String(repeating: "0", count: Swift.max(count - digits.count, 0)) + digits
  }
}
