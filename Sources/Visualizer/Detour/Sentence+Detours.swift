internal import Moves

/// Side roads that a person asked for, in words.
extension Sentence {
  func sampling(after step: Int) -> String {
    "A side road \(FigureMoment.after(step)), under eval() and no_grad(): the network writes. It reads what "
      + "is there, draws one character by its probability, and reads on."
  }

  static let nothingWritten = "Nothing was written: the scores are NaN, no probabilities."

  func sampled(_ report: SampleReport) -> String {
    let proof = Self.proof(report.unchanged)
    guard let sample = report.sample else { return "This network does not write.\(proof)" }
    if sample.isEmpty { return Self.nothingWritten + proof }
    let what =
      sample.names.isEmpty
      ? sample.text.count.counted("character") : sample.names.count.counted("name")
    return "Written under eval() and no_grad() \(FigureMoment.after(report.step)): \(what), each "
      + "drawn by its probability. g writes another.\(proof)"
  }

  func checked(_ check: GradientCheck) -> String {
    let batch = run.batchName
    if let loss = [check.loss, check.lossBack, check.lossOn].first(where: { !$0.isFinite }) {
      let place = check.loss.isFinite ? "with the parameters nudged" : "of the next \(batch)"
      return "The loss \(place) is \(Figures.loss(loss)): there is no slope to compare."
    }
    guard check.norm.isFinite, check.slope.isFinite else {
      return "The gradient's norm is \(Figures.plain(check.norm)): there is no slope to compare."
    }
    let start =
      "The slope of the next \(batch)'s loss (\(Figures.loss(check.loss))): norm of its gradient, "
      + "not clipped, \(Figures.digits(check.norm)); by nudging the parameters, "
      + "\(Figures.digits(check.slope)). "
    return start + verdict(check)
  }

  /// Losses in single precision have about seven digits: a small rise is known to few of them.
  private func verdict(_ check: GradientCheck) -> String {
    let rise = abs(Double(check.lossOn) - Double(check.lossBack))
    if rise < 2e-4 * Double(abs(check.loss)) {
      return "The loss hardly changes here, so the second is rough."
    }
    let apart = Figures.percent(check.difference)
    if check.difference == 0 { return "They agree in every digit shown: the gradient is right." }
    return check.difference < 0.01
      ? "They are \(apart) apart: the gradient is right."
      : "\(apart) apart: the loss is bent here, or the gradient wrong."
  }
}
