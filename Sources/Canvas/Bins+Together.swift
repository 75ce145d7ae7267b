/// Two curves in one chart.
extension Bins {
  /// Whether one hides the other: nowhere are they further apart than a fortieth of the chart's height,
  /// about a dot or two.
  public func liesOn(_ other: Bins) -> Bool {
    guard size == other.size, bins.count == other.bins.count else { return false }
    let both = bins + other.bins
    let least = both.map(\.min).min() ?? 0
    let span = (both.map(\.max).max() ?? 0) - least
    return zip(bins, other.bins).allSatisfy { one, two in
      one.hasNaN == two.hasNaN
        && [(one.min, two.min), (one.max, two.max)].allSatisfy {
          $0 == $1 || abs($0 - $1) <= span / 40
        }
    }
  }
}
