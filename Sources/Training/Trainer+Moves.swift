import Autograd
import Models
import Moves

extension Trainer {
  var recipe: Recipe { facts.recipe }

  func make(_ planned: PlannedMove) -> MoveReport.Outcome {
    switch planned.move {
    case .zeroGrad: .zeroGrad(zeroGrad())
    case .forward: forward()
    case .backward: backward()
    case .clip: .clip(clip())
    case .step: .step(step())
    }
  }

  private func zeroGrad() -> ZeroGradReport {
    let norms = GradientNorms(of: parameters)
    parameters.clearGradients()
    return ZeroGradReport(
      wiped: norms.present, tensors: parameters.tensors.count, norm: norms.total)
  }

  private func forward() -> MoveReport.Outcome {
    letGoOfLastPass()
    if let exhaustion { return .failed(exhaustion) }
    var sampler = nextSampler()
    let origin = LivePass.Origin(sampler: sampler, dropout: task.dropoutStream?.state)
    let pass = pass(drawnFrom: &sampler)
    batches = sampler.random
    progress.lastPlace = sampler.last
    live = LivePass(pass: pass, origin: origin)
    let loss = pass.loss.item
    progress.losses.append(loss)
    var report = ForwardReport(
      loss: loss, meanLoss: isOfStepsLoss ? progress.meanLoss : nil, examples: pass.examples,
      targets: pass.targets, reading: makesReadings ? pass.reading() : nil)
    report.liveOperations = tape.liveNodeCount
    (report.inOrder, report.neighbours) = (sampler.inOrder, sampler.neighbours)
    return .forward(report)
  }

  /// Whether the forward made last counts for the step's loss: no update stands before it.
  private var isOfStepsLoss: Bool { progress.losses.count <= progress.lossCount }

  /// A pass over a micro-batch in train().
  func pass(drawnFrom sampler: inout BatchSampler) -> ForwardPass {
    task.model.isTraining = true
    return task.forward(
      hyperparameters.microBatchSize, from: .training, drawnFrom: &sampler, on: tape)
  }

  private func backward() -> MoveReport.Outcome {
    let before = GradientNorms(of: parameters)
    do throws(BackwardFailure) { try goBack() } catch { return .failed(error.description) }
    let after = GradientNorms(of: parameters)
    (progress.gradNorm, progress.isMeasured) = (after.total, false)
    for place in watched where progress.seen(place) == progress.backwards {
      let gradient = parameters.tensors[place.tensor].gradient?[place.element] ?? 0
      progress.watchedGradients[place, default: []].append(gradient)
    }
    progress.backwards += 1
    return .backward(
      BackwardReport(
        divisor: divisor, gradientsBefore: before.present,
        normBefore: before.total, norm: after.total,
        layers: makesReadings ? GradientNorms.layers(of: parameters) : []))
  }

  /// What backward divides the loss by.
  private var divisor: Int { recipe.dividesLoss ? hyperparameters.microBatches : 1 }

  /// Backward of loss ÷ N, which adds to the gradients that are there.
  private func goBack() throws(BackwardFailure) {
    guard let live, let pass = livePass() else { throw .noLoss }
    guard !live.origin.isOutdated || !needsParameters(pass.loss) else { throw .changedInPlace }
    guard !live.origin.isSpent else { throw .tape(.alreadyUsed) }
    let share = tape.scale(pass.loss, by: 1 / Float(divisor))
    do { try tape.backward(share) } catch { throw .tape(error) }
    self.live?.origin.isSpent = true
  }

  /// Whether the way back multiplies by parameters: all but the first operation's, which only
  /// pass the gradient to themselves.
  private func needsParameters(_ loss: Tensor) -> Bool {
    tape.history(of: loss).count { !$0.parameters.isEmpty } > 1
  }

  private func clip() -> ClipReport {
    let clipping = Clipping(parameters, maxNorm: hyperparameters.maxNorm)
    progress.clipping = clipping
    if !progress.isMeasured { progress.gradNorm = clipping.normBefore }
    progress.isMeasured = true
    if clipping.clipped, !progress.isClipped {
      progress.isClipped = true
      clippedSteps += 1
    }
    return ClipReport(
      normBefore: clipping.normBefore, normAfter: clipping.normAfter,
      maxNorm: hyperparameters.maxNorm, factor: clipping.factor, clipped: clipping.clipped,
      clippedSteps: clippedSteps,
      gradients: parameters.tensors.indices.count { parameters.hasGradient($0) })
  }

  private func step() -> UpdateReport {
    let before = watched.map { optimizer.moments(at: $0, of: parameters) }
    var updated = 0
    for i in parameters.tensors.indices {
      guard parameters.hasGradient(i) else {
        record.keep(i)
        continue
      }
      optimizer.update(i, of: parameters, learningRate: learningRate, followedBy: record)
      updated += 1
    }
    if updated > 0 { live?.becomeOutdated(record) }
    let norms = record.norms
    progress.updateNorm += norms.update
    let largest = makesReadings ? record.largestMover.map { record.life($0, optimizer) } : nil
    var report = UpdateReport(
      learningRate: learningRate, nextLearningRate: learningRate(afterSteps: completedSteps + 1),
      updateNorm: norms.update, parameterNorm: norms.parameters,
      updated: updated, skipped: parameters.tensors.count - updated,
      withState: optimizer.stateCount, largestMover: largest,
      watched: watchedLives(before, or: largest), layers: makesReadings ? record.layers : [])
    report.decayNorm = record.decayNorm(optimizer, learningRate: learningRate)
    report.lostSquare = record.lostState
    report.reading = makesReadings ? livePass()?.again?() : nil
    return report
  }

  private func watchedLives(
    _ before: [ParameterLife.Moments?], or largest: ParameterLife?
  ) -> [ParameterLife] {
    guard !watched.isEmpty else { return largest.map { [$0] } ?? [] }
    return zip(watched, before).map { place, before in
      var life = record.life(place, optimizer)
      life.gradientsSoFar =
        progress.seen(place) == progress.backwards ? progress.watchedGradients[place] ?? [] : []
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
