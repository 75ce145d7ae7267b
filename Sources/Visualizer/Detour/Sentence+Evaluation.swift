internal import Canvas
internal import Moves

/// What the side road of an evaluation does, and what it came to.
extension Sentence {
  func detour(after step: Int) -> String {
    let start = "A side road \(FigureMoment.after(step))"
    if !run.tellsModes {
      return "\(start): the network is only measured."
    }
    if !run.recipe.callsEval {
      return "\(start), but eval() was forgotten: dropout stays on while the "
        + "network is measured."
    }
    if !run.recipe.usesNoGrad {
      return "\(start), but no_grad() was forgotten: every operation is "
        + "recorded, though nothing is learned."
    }
    let dropout = run.settings.dropout == 0 ? "there is no dropout" : "dropout is off"
    return "\(start), under eval() and no_grad(): \(dropout), nothing is "
      + "recorded, nothing is learned. It is only measured, also on validation data, which it "
      + "never trains on."
  }

  /// What an evaluation came to whose loop forgot a word before it.
  func forgotten(_ report: EvaluationReport) -> String? {
    guard run.tellsModes else { return nil }
    let losses =
      "\(FigureMoment.after(report.step)): loss \(Figures.loss(report.trainLoss)) on training data, "
      + "\(Figures.loss(report.validationLoss)) on validation data"
    if !run.recipe.callsEval {
      let again = report.validationLossAgain.map {
        ", and \(Figures.loss($0)) when the same batches are measured again"
      }
      return "Without eval() \(losses)\(again ?? ""). Dropout was on all the while."
    }
    guard !run.recipe.usesNoGrad else { return nil }
    return "Without no_grad() \(losses). \(Figures.grouped(report.recorded)) operations were "
      + "recorded for a backward that never comes; under no_grad(), none."
  }

  func evaluated(_ report: EvaluationReport) -> String {
    // A script's evaluation is of whatever it was given.
    let isOfScript = run.lesson == nil && report.batches != nil
    let data = isOfScript ? "in the mean of its batches" : "on validation data\(unseen)"
    let losses = [
      report.trainLoss.map { "\(Figures.loss($0))\(share(report.trainAccuracy)) on training data" },
      report.validationLoss.map {
        "\(Figures.loss($0))\(share(report.validationAccuracy)) \(data)"
      },
    ].compactMap(\.self)
    let evaluated =
      losses.isEmpty
      ? "evaluated, with a loss that cannot be seen from here"
      : "loss \(losses.joined(separator: ", "))"
    return "\(FigureMoment.of(report)): \(evaluated).\(Self.proof(report.unchanged))"
  }

  /// Of another program's run nobody knows what it trains on.
  private var unseen: String { run.tellsModes ? " it never trains on" : "" }

  static func proof(_ unchanged: Bool?) -> String {
    switch unchanged {
    case true?: " No parameter or gradient changed, not even by one bit."
    case false?: " Parameters or gradients changed: that must not happen."
    case nil: ""
    }
  }

  private func share(_ accuracy: Float?) -> String {
    accuracy.map { " (\(Figures.percent(Double($0))) right)" } ?? ""
  }
}
