import Autograd
import Models
import Moves

/// What a move came to, as plain numbers: enough to see whether it can be gone on from.
enum Made {
  case zeroGrad(GradientNorms)
  case forward(Forward)
  case backward(before: GradientNorms, after: GradientNorms)
  case clip(Clipping)
  case step(Update)
  /// The move could not be made: why, in one sentence.
  case failed(String)

  struct Forward {
    var loss: Float
    var examples: Int
    var targets: Int
    var inOrder: Int
    var neighbours: Int
  }

  struct Update {
    /// How many tensors were changed.
    var updated: Int
    /// How far all parameters moved together, and how large they were before.
    var norm: Double
    var parameters: Double
  }

  /// Whether a report of it would have only finite figures.
  func isFinite(_ record: UpdateRecord) -> Bool {
    switch self {
    case .zeroGrad, .failed: true
    case .forward(let forward): forward.loss.isFinite
    case .backward(_, let after): after.total.isFinite
    case .clip(let clipping): clipping.normAfter.isFinite
    case .step(let update):
      update.norm.isFinite && update.parameters.isFinite && record.lostState == nil
    }
  }
}

/// Reports of the move made last.
extension Trainer {
  func tell(of made: Made) -> MoveReport.Outcome {
    switch made {
    case .zeroGrad(let norms):
      .zeroGrad(
        ZeroGradReport(
          wiped: norms.present, tensors: parameters.tensors.count, norm: norms.total))
    case .forward(let forward): .forward(report(of: forward))
    case .backward(let before, let after):
      .backward(
        BackwardReport(
          divisor: divisor, gradientsBefore: before.present, normBefore: before.total,
          norm: after.total, layers: makesReadings ? GradientNorms.layers(of: parameters) : []))
    case .clip(let clipping): .clip(report(of: clipping))
    case .step(let update): .step(report(of: update))
    case .failed(let reason): .failed(reason)
    }
  }

  private func report(of forward: Made.Forward) -> ForwardReport {
    let reading = makesReadings ? live?.pass.map(task.reading) : nil
    var report = ForwardReport(
      loss: forward.loss, meanLoss: isOfStepsLoss ? progress.meanLoss : nil,
      examples: forward.examples, targets: forward.targets, reading: reading)
    report.liveOperations = tape.liveNodeCount
    (report.inOrder, report.neighbours) = (forward.inOrder, forward.neighbours)
    return report
  }

  private func report(of clipping: Clipping) -> ClipReport {
    ClipReport(
      normBefore: clipping.normBefore, normAfter: clipping.normAfter,
      maxNorm: hyperparameters.maxNorm, factor: clipping.factor, clipped: clipping.clipped,
      clippedSteps: clippedSteps,
      gradients: parameters.tensors.indices.count { parameters.hasGradient($0) })
  }

  private func report(of update: Made.Update) -> UpdateReport {
    let largest = makesReadings ? record.largestMover.map { record.life($0, optimizer) } : nil
    var report = UpdateReport(
      learningRate: learningRate, nextLearningRate: learningRate(afterSteps: completedSteps + 1),
      updateNorm: update.norm, parameterNorm: update.parameters,
      updated: update.updated, skipped: parameters.tensors.count - update.updated,
      withState: optimizer.stateCount, largestMover: largest,
      watched: watchedLives(or: largest), layers: makesReadings ? record.layers : [])
    report.decayNorm = record.decayNorm(optimizer, learningRate: learningRate)
    report.lostSquare = record.lostState
    report.reading = makesReadings ? livePass().flatMap(task.readingAgain) : nil
    return report
  }

  private func watchedLives(or largest: ParameterLife?) -> [ParameterLife] {
    guard !watched.isEmpty else { return largest.map { [$0] } ?? [] }
    return zip(watched, momentsBefore).map { place, before in
      var life = record.life(place, optimizer)
      life.gradientsSoFar = progress.gradients(of: place)
      life.moments?.before = .init(m: before?.m ?? 0, v: before?.v ?? 0)
      return life
    }
  }

  var watchedNow: [WatchedParameter] {
    watched.map { place in
      let tensor = parameters.tensors[place.tensor]
      return WatchedParameter(
        place: place, value: tensor.values[place.element],
        gradient: tensor.gradient?[place.element])
    }
  }
}
