internal import Canvas
internal import Moves

/// What AdamW and SGD do, with their numbers.
extension LifeFormula {
  /// The running means and what bias correction makes of them.
  func rows(of moments: ParameterLife.Moments, _ life: ParameterLife) -> [LifeRow] {
    let (beta1, beta2) = (chosen.beta1, chosen.beta2)
    return [
      row("m", moments.m, moments.before.map { mean(beta1, $0.m, life.gradient, "") } ?? [], 3),
      row("v", moments.v, moments.before.map { mean(beta2, $0.v, life.gradient, square) } ?? [], 4),
      row("m hat", moments.mHat, corrected(moments.m, beta1, moments.updates), 5),
      row("v hat", moments.vHat, corrected(moments.v, beta2, moments.updates), 6),
    ]
  }

  private func row(_ name: String, _ value: Float, _ how: [String], _ rank: Int) -> LifeRow {
    row(name, Double(value), how, rank)
  }

  private func row(_ name: String, _ value: Double, _ how: [String], _ rank: Int) -> LifeRow {
    LifeRow(name: name, value: Figures.digits(value), how: how, isLive: isStep, rank: rank)
  }

  /// β·before + (1 − β)·new.
  private func mean(_ beta: Double, _ before: Float, _ gradient: Float, _ power: String) -> [String]
  {
    let (kept, share) = (Figures.short(beta), Figures.short(1 - beta))
    let start = "\(kept)\(dot)\(Self.figure(before)) + \(share)\(dot)"
    let named = gradientRow == nil ? [] : ["\(start)g\(power)"]
    return ["\(start)(\(Self.figure(gradient)))\(power)"] + named
  }

  /// m ÷ (1 − β^t).
  private func corrected(_ mean: Float, _ beta: Double, _ updates: Int) -> [String] {
    ["\(Self.figure(mean)) \(divided) (1 - \(Figures.short(beta))^\(updates))"]
  }

  /// −lr × (m hat ÷ (√v hat + eps) + weight decay × p), or −lr × (g + weight decay × p).
  func change(_ life: ParameterLife, _ update: UpdateReport) -> String {
    let rate = "-\(Figures.digits(update.learningRate)) \(times) "
    let decay =
      life.weightDecay == 0
      ? "" : " + \(Figures.short(life.weightDecay)) \(times) \(Self.figure(life.old))"
    guard let moments = life.moments else {
      let gradient = Self.figure(life.gradient)
      return rate + (decay.isEmpty ? gradient : "(\(gradient)\(decay))")
    }
    let quotient =
      "\(Figures.digits(moments.mHat)) \(divided) "
      + "(\(root(Figures.digits(moments.vHat))) + \(Figures.short(chosen.eps)))"
    return rate + (decay.isEmpty ? quotient : "(\(quotient)\(decay))")
  }

  private var dot: String { glyphs.dot }
  private var square: String { glyphs.isASCII ? "^2" : "²" }
  private var divided: String { glyphs.divided }
  private func root(_ text: String) -> String { glyphs.isASCII ? "sqrt(\(text))" : "√\(text)" }
}
