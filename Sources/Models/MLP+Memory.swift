/// How many numbers a pass has in use, reckoned before anything is made of it.
extension MLP {
  /// - Parameter widths: as the network is made with.
  public static func parameterCount(_ widths: [Int]) -> Int {
    zip(widths, widths.dropFirst()).reduce(0) { $0 + ($1.0 + 1) * $1.1 }
  }

  /// A pass over so many rows with its way back: what goes in and comes out, the loss's slopes, and
  /// the gradients of every layer's results.
  public static func numbersOfTraining(_ widths: [Int], rows: Int) -> Int {
    numbersOfLooking(widths, rows: rows) + rows * widths.dropFirst().reduce(0, +)
  }

  public static func numbersOfLooking(_ widths: [Int], rows: Int) -> Int {
    let last = widths.last ?? 0
    return rows * (widths.reduce(0, +) + 2 * last) + 32 * (4 * widths.count + 8)
  }
}
