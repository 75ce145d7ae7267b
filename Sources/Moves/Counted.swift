extension Int {
  /// "step" for 1, "steps" for any other count.
  public func noun(_ one: String, _ many: String? = nil) -> String {
    self == 1 ? one : many ?? one + "s"
  }

  /// "1 step", "20 steps".
  public func counted(_ one: String, _ many: String? = nil) -> String {
    "\(self) \(noun(one, many))"
  }
}
