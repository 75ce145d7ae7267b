/// The columns of a table such as Lightning's metrics.csv, which counts steps from 0.
struct MetricsTable {
  /// The column of the training losses by its own name.
  let lossName: String?
  private let step: Int
  private let loss, validationLoss, norm, rate: Int?

  /// Nil where the line names no column of steps and none of losses.
  init?(header: some StringProtocol) {
    let cells = Self.cells(header)
    let names = cells.map { ColumnName($0) }
    guard names.count > 1, let step = names.firstIndex(where: \.isStep) else { return nil }
    self.step = step
    loss = Self.first(names.map(\.lossRank))
    validationLoss = Self.first(names.map(\.validationRank))
    norm = names.firstIndex(where: \.isGradientNorm)
    rate = names.firstIndex(where: \.isRate)
    lossName = loss.map { cells[$0] }
    if loss == nil, validationLoss == nil { return nil }
  }

  /// Nil for a row of no step.
  func entry(_ row: some StringProtocol) -> Entry? {
    let cells = Self.cells(row)
    let value = { (column: Int?) in
      column.flatMap { cells.indices.contains($0) ? Double(cells[$0]) : nil }
    }
    guard let count = value(step), count >= 0, count < Double(Entry.mostSteps) else { return nil }
    return Entry(
      step: Int(count) + 1, loss: value(loss), gradNorm: value(norm), learningRate: value(rate),
      validationLoss: value(validationLoss))
  }

  /// The place of the lowest rank.
  private static func first(_ ranks: [Int?]) -> Int? {
    ranks.indices.filter { ranks[$0] != nil }.min { ranks[$0] ?? .max < ranks[$1] ?? .max }
  }

  private static func cells(_ line: some StringProtocol) -> [String] {
    line.prefix(100_000).split(separator: ",", omittingEmptySubsequences: false).map {
      String($0.drop { " \"".contains($0) }.reversed().drop { " \"\r".contains($0) }.reversed())
    }
  }
}
