/// How many steps each logged loss is the mean of: from one such loss to the next.
struct LossSpan {
  /// Nil where they are not all of the same length.
  var steps: Int? { isEven ? first : nil }
  private var first: Int?
  private var isEven = true
  private var last = 0

  mutating func take(_ step: Int) {
    isEven = isEven && step - last == first ?? (step - last)
    (first, last) = (first ?? step, step)
  }
}
