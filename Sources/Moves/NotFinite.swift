extension BinaryFloatingPoint where Self: CustomStringConvertible {
  /// In the shortest digits that read back to it, or in the one spelling that screen, log and
  /// messages have for what is no finite number: NaN, inf, -inf.
  public var spelled: String { isNaN ? "NaN" : description }

  /// What it means that a 32-bit figure became this, which is not finite.
  public var trouble: String { isNaN ? "not a number" : "too large for 32 bits" }
}
