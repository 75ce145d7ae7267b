internal import Canvas
internal import Moves

/// What AdamW and SGD do, with their numbers.
extension LifeFormula {
  /// The running means and what bias correction makes of them, which the change is made of: it stays
  /// longer.
  func rows(of moments: ParameterLife.Moments, _ life: ParameterLife) -> [LifeRow] {
    let (beta1, beta2) = (chosen.beta1, chosen.beta2)
    let before = moments.before
    return [
      row("m", moments.m, before.map { means(moments.m, beta1, $0.m, life.gradient, 1) } ?? [], 5),
      row("v", moments.v, before.map { means(moments.v, beta2, $0.v, life.gradient, 2) } ?? [], 6),
      row("m hat", moments.mHat, corrected(moments.mHat, moments.m, beta1, moments.updates), 3),
      row("v hat", moments.vHat, corrected(moments.vHat, moments.v, beta2, moments.updates), 4),
    ]
  }

  private func row(_ name: String, _ value: Float, _ how: [String], _ rank: Int) -> LifeRow {
    row(name, Double(value), how, rank)
  }

  private func row(_ name: String, _ value: Double, _ how: [String], _ rank: Int) -> LifeRow {
    LifeRow(name: name, value: Figures.digits(value), how: how, isLive: isStep, rank: rank)
  }

  /// β·before + (1 − β)·new, with the number that is new, or where a row has it by its letter.
  private func means(
    _ mean: Float, _ beta: Double, _ before: Float, _ gradient: Float, _ power: Int
  ) -> [String] {
    let (kept, share) = (Figures.short(beta), Figures.short(1 - beta))
    let exponent = power == 1 ? "" : square
    let named = gradientRow == nil ? [] : [{ (_: Int) in Self.figure(gradient) }]
    return ([WorkedFormula.number(Double(gradient))] + named).enumerated().map { place, new in
      let formula = WorkedFormula(
        figure: Self.figure(mean), numbers: [WorkedFormula.number(Double(before)), new],
        result: {
          (Double(kept) ?? beta) * $0[0]
            + (Double(share) ?? 1 - beta) * (power == 1 ? $0[1] : $0[1] * $0[1])
        }, printed: Figures.digits,
        text: {
          let letter = place == 0 ? "(\($0[1]))" : "g"
          return "\(kept)\(dot)\($0[0]) + \(share)\(dot)\(letter)\(exponent)"
        })
      return formula.after(glyphs)
    }
  }

  /// m ÷ (1 − β^t).
  private func corrected(_ hat: Double, _ mean: Float, _ beta: Double, _ updates: Int) -> [String] {
    let kept = (0..<updates).reduce(1.0) { power, _ in power * beta }
    let formula = WorkedFormula(
      figure: Figures.digits(hat), numbers: [WorkedFormula.number(Double(mean))],
      result: { $0[0] / (1 - kept) }, printed: Figures.digits,
      text: { "\($0[0]) \(divided) (1 - \(Figures.short(beta))^\(updates))" })
    return [formula.after(glyphs)]
  }

  /// −lr × (m hat ÷ (√v hat + eps) + weight decay × p), or −lr × (g + weight decay × p).
  func change(_ life: ParameterLife, rate: Double) -> String {
    let (decay, eps) = (life.weightDecay, chosen.eps)
    let moments = life.moments.map {
      [WorkedFormula.number($0.mHat), WorkedFormula.number($0.vHat)]
    }
    let pull = moments ?? [WorkedFormula.number(Double(life.gradient))]
    let formula = WorkedFormula(
      figure: Self.figure(life.change),
      numbers: [WorkedFormula.number(rate), WorkedFormula.number(Double(life.old))]
        + pull,
      result: {
        let pull = $0.count > 3 ? $0[2] / ($0[3].squareRoot() + eps) : $0[2]
        return -$0[0] * (pull + decay * $0[1])
      }, printed: Figures.digits, text: { changeText($0, decay) })
    return formula.after(glyphs)
  }

  /// Learning rate, parameter, and the gradient or both hats.
  private func changeText(_ texts: [String], _ weightDecay: Double) -> String {
    let rate = "-\(texts[0]) \(times) "
    let decay =
      weightDecay == 0 ? "" : " + \(Figures.short(weightDecay)) \(times) \(texts[1])"
    guard texts.count > 3 else {
      return rate + (decay.isEmpty ? texts[2] : "(\(texts[2])\(decay))")
    }
    let quotient =
      "\(texts[2]) \(divided) (\(root(texts[3])) + \(Figures.short(chosen.eps)))"
    return rate + (decay.isEmpty ? quotient : "(\(quotient)\(decay))")
  }

  private var dot: String { glyphs.dot }
  private var square: String { glyphs.isASCII ? "^2" : "²" }
  private var divided: String { glyphs.divided }
  private func root(_ text: String) -> String { glyphs.isASCII ? "sqrt(\(text))" : "√\(text)" }
}
