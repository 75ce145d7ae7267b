internal import JSONText
internal import Moves

extension StepSummary: Shaped {
  static var blank: Self {
    Self(
      step: 0, loss: nil, gradNorm: nil, clipFactor: nil, clipped: nil, learningRate: nil,
      updateNorm: nil)
  }

  mutating func fill(_ form: inout Form) {
    form.field("step", &step)
    form.told("loss", &loss)
    // A log has had it all along, also where it is empty.
    if form.isReading { form.list("micro_losses", &microLosses) }
    if !form.isReading { form.field("micro_losses", &microLosses) }
    form.told("grad_norm", &gradNorm)
    form.told("clip_factor", &clipFactor)
    form.told("clipped", &clipped)
    form.told("lr", &learningRate)
    form.told("update_norm", &updateNorm)
    form.field("skipped", &isSkipped, unless: false)
    var seconds = MoveSeconds(seconds: moveSeconds.map { ($0 * 1e7).rounded() / 1e7 })
    form.field("seconds", &seconds, unless: MoveSeconds(seconds: []))
    moveSeconds = seconds.seconds
    form.list("watched", &watched)
    form.field("cost", &cost)
    form.field("held", &heldSeconds, unless: 0)
    form.field("lost", &lost, unless: 0)
    fillTwin(&form)
    form.require(step >= 1, "step")
  }

  /// As a log has had them all along: beside the run's own.
  private mutating func fillTwin(_ form: inout Form) {
    var (loss, norm) = (twin?.loss, twin?.gradNorm)
    var (clipped, update) = (twin?.clipped, twin?.updateNorm)
    if form.isReading || twin != nil { form.told("twin_loss", &loss) }
    form.field("twin_grad_norm", &norm)
    form.field("twin_clipped", &clipped)
    form.field("twin_update_norm", &update)
    guard form.isReading, let norm, let clipped, let update else { return }
    twin = TwinSummary(loss: loss, gradNorm: norm, clipped: clipped, updateNorm: update)
  }
}

extension RankReport: Shaped {
  static var blank: Self { Self(rank: 0, step: 1, moveSeconds: [], loss: nil) }

  mutating func fill(_ form: inout Form) {
    form.field("rank", &rank)
    form.field("step", &step)
    var seconds = MoveSeconds(seconds: moveSeconds)
    form.field("seconds", &seconds)
    moveSeconds = seconds.seconds
    form.field("loss", &loss)
    form.require(step >= 1, "step")
    form.require(0..<1 << 20 ~= rank, "rank")
  }
}

/// Seconds by the names of the moves.
private struct MoveSeconds: Wired, Equatable {
  var seconds: [Double]

  init(seconds: [Double]) { self.seconds = seconds }

  init?(_ json: JSON) {
    seconds = Move.allCases.compactMap { json[$0.name].flatMap(Double.init) }
    guard seconds.count == Move.allCases.count else { return nil }
  }

  func write(to text: inout String) {
    text += "{"
    for (place, (move, seconds)) in zip(Move.allCases, seconds).enumerated() {
      text += place > 0 ? ",\"" : "\""
      text += move.name
      text += "\":"
      seconds.write(to: &text)
    }
    text += "}"
  }
}
