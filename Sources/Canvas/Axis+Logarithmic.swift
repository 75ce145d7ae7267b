internal import Platform

extension Axis {
  /// The range reaches from the middle of the first cell to the middle of the last.
  init(logarithmic range: ClosedRange<Double>, cells: Int, spacing: ClosedRange<Int>) {
    let most = range.upperBound
    var least = range.lowerBound > 0 ? range.lowerBound : most / 1000
    if most / least < 1.05 { least = most / 1.05 }
    let margin = pow(most / least, 0.5 / Double(max(cells - 1, 1)))
    let (low, high) = (least / margin, most * margin)
    let cell = { (value: Double) in
      min(Int(Self.decades(low, value, of: low, high) * Double(cells)), cells - 1)
    }
    let isApart = { (ladder: [Double]) in
      let steps = zip(ladder, ladder.dropFirst()).map { cell($1) - cell($0) }
      return ladder.count > 1 && steps.allSatisfy { $0 >= spacing.lowerBound }
    }
    let ladders = Self.ladders(least, most)
    let shown =
      ladders.first(where: isApart)
      ?? (ladders.map(Self.ends) + Self.pairs(least, most)).first(where: isApart)
      ?? ladders.last ?? []
    let labels = Self.labels(shown)
    self.init(
      scale: .logarithmic, cells: cells, low: low, high: high,
      ticks: zip(shown, labels).map { Tick(value: $0, cell: cell($0), label: $1) })
  }

  /// The share of the way from `low` to `high` that lies between two values, in powers of ten.
  static func decades(_ from: Double, _ to: Double, of low: Double, _ high: Double) -> Double {
    to > 0 ? log10(to / from) / log10(high / low) : 0
  }

  /// Sets of round values between two, the closest first: even steps, then 1, 2 and 5, then
  /// powers of ten, then every second power, every third …
  private static func ladders(_ least: Double, _ most: Double) -> [[Double]] {
    let (from, to) = (Int(floor(log10(least))), Int(ceil(log10(most))))
    let inside = { (values: [Double]) in
      values.filter { $0 >= least * 0.999 && $0 <= most * 1.001 }
    }
    let powers = (from...to).map { pow(10, Double($0)) }
    let halves = inside(powers.flatMap { [$0, 2 * $0, 5 * $0] })
    let sparse = (1...max(to - from, 1)).map { every in
      inside(stride(from: from, through: to, by: every).map { pow(10, Double($0)) })
    }
    guard most / least < 20 else { return [halves] + sparse }
    let even = powers.flatMap { [$0 / 10, $0 / 5, $0 / 2, $0] }.map { step in
      inside(multiples(of: step, from: least, to: most))
    }
    return even.filter { $0.count >= 2 } + [halves] + sparse
  }

  private static func ends(_ ladder: [Double]) -> [Double] {
    ladder.count > 1 ? [ladder[0], ladder[ladder.count - 1]] : ladder
  }

  /// The least and the largest round value, from round to less and less so.
  private static func pairs(_ least: Double, _ most: Double) -> [[Double]] {
    let power = pow(10, floor(log10(most)))
    return [1, 2, 5, 10, 20, 50, 100].map { parts in
      ends(multiples(of: power / parts, from: least, to: most))
    }
  }

  private static func multiples(of step: Double, from least: Double, to most: Double) -> [Double] {
    let (first, last) = (ceil(least / step - 1e-6), floor(most / step + 1e-6))
    guard last >= first, last - first < 200 else { return [] }
    return stride(from: first, through: last, by: 1).map { $0 * step }
  }
}
