internal import Canvas
internal import Moves

/// A parameter's way through a step, with the numbers of the reports put into the formulas.
struct LifeFormula {
  var soFar: LifeSoFar
  var chosen: Hyperparameters
  /// The move that is live; nil where its step is over.
  var live: Move?
  var glyphs: Glyphs

  var rows: [LifeRow] { [value, gradients, clip] + optimizer + [new] }

  /// The row of the gradient that the optimizer used, which the formulas call g.
  enum GradientRow {
    case grad, clip
  }

  /// Nil where no row has it.
  var gradientRow: GradientRow? {
    guard let life = soFar.life, soFar.usedRate != nil, let now = soFar.now?.gradient else {
      return nil
    }
    let isClipped = soFar.clipFactor != nil
    if isClipped, (soFar.clipped ?? now) == life.gradient { return .clip }
    let found = soFar.gradients.last?.value ?? life.gradientsSoFar.last ?? (isClipped ? nil : now)
    return found == life.gradient ? .grad : nil
  }

  /// The row's name, and where it is the one that the formulas mean, their letter for it.
  private func name(_ row: GradientRow) -> String {
    row == gradientRow && soFar.life?.moments != nil ? "\(row) g" : "\(row)"
  }

  private var value: LifeRow {
    guard let old = soFar.life?.old ?? soFar.now?.value else {
      return LifeRow(name: "p", value: "", how: [Self.notTold], rank: 0)
    }
    return LifeRow(name: "p", value: number(old), isLive: live == .forward, rank: 0)
  }

  /// As each micro-batch left it.
  private var gradients: LifeRow {
    let seen = soFar.gradients.map { $0.value.map(Self.figure) ?? "None" }
    let row = LifeRow(name: name(.grad), value: "", isLive: isLive(.zeroGrad, .backward), rank: 0)
    if let last = soFar.life?.gradientsSoFar, !last.isEmpty {
      return sums(last.map(Self.figure), row)
    }
    if !seen.isEmpty { return sums(seen, row) }
    guard soFar.now != nil else { return row.with("", Self.notTold) }
    if let old = soFar.now?.gradient, soFar.step > 0, soFar.backwards == 0,
      soFar.usedRate == nil || soFar.left != nil
    {
      return row.with(
        "", "\(Self.figure(old)), \(origin)", "\(Self.figure(old)) (\(shortOrigin))")
    }
    if let factor = soFar.clipFactor, factor != 1, soFar.now?.gradient != nil {
      return row.with("", "not recorded before clipping")
    }
    return row.with(soFar.now?.gradient.map(Self.figure) ?? "None")
  }

  /// Where the gradient comes from that the step found.
  private var origin: String {
    soFar.left.map { "of step \($0.step)\($0.isClipped ? ", after clipping" : "")" }
      ?? "from an earlier step"
  }

  private var shortOrigin: String {
    soFar.left.map { "step \($0.step)\($0.isClipped ? ", clipped" : "")" } ?? "old"
  }

  /// Each is what was there before and one backward's share; how many they are is told behind them.
  private func sums(_ figures: [String], _ row: LifeRow) -> LifeRow {
    let list = figures.joined(separator: " ")
    guard let last = figures.last, let (all, newest) = ends(figures.count) else {
      return row.with(list)
    }
    var sums = row
    let old = soFar.oldGradient.map {
      "old \(Self.figure($0))\(soFar.left?.isClipped == true ? " (clipped)" : ""), then "
    }
    sums.how = ["\(old ?? "")\(list)\(all)", "\(last)\(newest)"]
    sums.wraps = old == nil && figures.count > 1
    return sums
  }

  /// Behind all of so many figures, and behind the last alone; nil for one that is all there is.
  private func ends(_ count: Int) -> (all: String, last: String)? {
    if let old = soFar.oldGradient { return (", on top of it", " (\(Self.figure(old)) is old)") }
    let hasParts = chosen.microBatches > 1
    guard hasParts || count > 1 else { return nil }
    let (one, many) = hasParts ? ("part", "parts") : ("pass", "passes")
    let first = soFar.gradients.first?.microBatch ?? 1
    let newest = first + count - 1
    guard count > 1 else { return (" (after \(one) \(first))", " (after \(one) \(first))") }
    // Whoever came to it late has not seen the first.
    return first > 1
      ? (" (after \(many) \(first) to \(newest))", " (after \(one) \(newest))")
      : (" (running sums, after \(many) 1 to \(count))", " (after \(many) 1 to \(count))")
  }

  private var clip: LifeRow {
    let row = LifeRow(name: name(.clip), value: "", isLive: live == .clip, rank: 2)
    guard let factor = soFar.clipFactor, let after = soFar.clipped ?? soFar.now?.gradient
    else { return row }
    guard factor != 1 else { return row.with("not clipped: \(Self.figure(after))") }
    guard let before = soFar.gradients.last?.value ?? soFar.life?.gradientsSoFar.last else {
      return row.with(Self.figure(after), "= grad \(times) \(Figures.factor(factor))")
    }
    let formula = WorkedFormula(of: Double(after), Double(before), times: factor, glyphs)
    return row.with(Self.figure(after), formula.after(glyphs))
  }

  private var optimizer: [LifeRow] {
    guard let life = soFar.life, let rate = soFar.usedRate, soFar.now?.gradient != nil else {
      return [LifeRow(name: "change", value: "", how: waiting, rank: 1)]
    }
    let means = life.moments.map { rows(of: $0, life) } ?? []
    return means + [
      LifeRow(
        name: "change", value: Self.figure(life.change), how: [change(life, rate: rate)],
        isLive: live == .step, rank: 0)
    ]
  }

  /// Why there is no update to tell of.
  private var waiting: [String] {
    if soFar.usedRate != nil, soFar.now != nil, soFar.now?.gradient == nil {
      return ["none: the optimizer skips a parameter whose .grad is None"]
    }
    let isLate = soFar.usedRate != nil || soFar.step == 0 && soFar.now?.gradient != nil
    return [isLate ? "told from the next step on" : ""]
  }

  private var new: LifeRow {
    guard let life = soFar.life else { return LifeRow(name: "new p", value: "", rank: 1) }
    return LifeRow(
      name: "new p", value: number(life.new), how: [sum(life)], isLive: live == .step, rank: 0)
  }

  private func sum(_ life: ParameterLife) -> String {
    let sign = life.change < 0 ? "-" : "+"
    let formula = WorkedFormula(
      figure: number(life.new),
      numbers: [{ number(life.old, more: $0) }, WorkedFormula.number(Double(abs(life.change)))],
      result: { life.change < 0 ? $0[0] - $0[1] : $0[0] + $0[1] },
      printed: { Figures.parameter($0, moving: life.change) },
      text: { "\($0[0]) \(sign) \($0[1])" })
    return formula.after(glyphs)
  }

  private func isLive(_ moves: Move...) -> Bool { live.map { moves.contains($0) } ?? false }

  var times: String { glyphs.times }
  var isStep: Bool { live == .step }

  /// A value in as many digits as it takes to see it move.
  private func number(_ value: Float, more: Int = 0) -> String {
    Figures.parameter(Double(value), moving: soFar.life?.change ?? 0, more: more)
  }

  private static let notTold = "not told yet"

  static func figure(_ value: Float) -> String { Figures.digits(Double(value)) }
}

extension LifeRow {
  fileprivate func with(_ value: String, _ how: String...) -> LifeRow {
    var copy = self
    (copy.value, copy.how) = (value, how)
    return copy
  }
}
