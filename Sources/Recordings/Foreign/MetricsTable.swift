/// The columns of a table such as Lightning's metrics.csv, which counts steps from 0.
struct MetricsTable {
  private let step: Int
  private let loss, validationLoss, norm, rate: Int?

  /// Nil where the line names no column of steps and none of losses.
  init?(header: some StringProtocol) {
    let names = Self.cells(header).map { $0.lowercased() }
    guard names.count > 1, let step = names.firstIndex(of: "step") else { return nil }
    let column = { (isIt: (String) -> Bool) in names.firstIndex(where: isIt) }
    self.step = step
    let isHeldOut = { (name: String) in
      name.contains("val") || name.contains("test") || name.contains("eval")
    }
    // Of a step, where an epoch's mean stands beside it.
    let losses = names.filter { $0.contains("loss") && !isHeldOut($0) }
    let own = losses.first { $0.hasSuffix("_step") } ?? losses.first { !$0.hasSuffix("_epoch") }
    loss = own.flatMap { names.firstIndex(of: $0) }
    validationLoss = column { $0.contains("loss") && isHeldOut($0) && !$0.contains("test") }
    norm = column { $0.contains("grad") && $0.contains("norm") }
    rate = column { $0 == "lr" || $0.hasPrefix("lr-") || $0.contains("learning_rate") }
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

  private static func cells(_ line: some StringProtocol) -> [String] {
    line.prefix(100_000).split(separator: ",", omittingEmptySubsequences: false).map {
      String($0.drop { " \"".contains($0) }.reversed().drop { " \"\r".contains($0) }.reversed())
    }
  }
}
