import Autograd
import Models
import Moves

extension Trainer {
  var recipe: Recipe { facts.recipe }

  func make(_ planned: PlannedMove) -> Made {
    switch planned.move {
    case .zeroGrad: zeroGrad()
    case .forward: forward()
    case .backward: backward()
    case .clip: clip()
    case .step: step()
    }
  }

  private func zeroGrad() -> Made {
    let norms = GradientNorms(of: parameters)
    parameters.clearGradients()
    return .zeroGrad(norms)
  }

  private func forward() -> Made {
    letGoOfLastPass()
    if let exhaustion { return .failed(exhaustion) }
    var sampler = nextSampler()
    let origin = LivePass.Origin(sampler: sampler, dropout: task.dropoutStream?.state)
    batches.forgetSpent()
    let pass = pass(drawnFrom: &sampler)
    batches = sampler.random
    progress.lastPlace = sampler.last
    let made = Made.Forward(
      loss: pass.loss.item, examples: pass.count, targets: pass.targets,
      inOrder: sampler.inOrder, neighbours: sampler.neighbours)
    live = LivePass(pass: pass, origin: origin)
    progress.losses.append(made.loss)
    return .forward(made)
  }

  /// Whether the forward made last counts for the step's loss: no update stands before it.
  var isOfStepsLoss: Bool { progress.losses.count <= progress.lossCount }

  /// A pass over a micro-batch in train().
  func pass(drawnFrom sampler: inout BatchSampler) -> ForwardPass {
    task.model.isTraining = true
    return task.forward(
      hyperparameters.microBatchSize, from: .training, drawnFrom: &sampler, on: tape)
  }

  private func backward() -> Made {
    let before = GradientNorms(of: parameters)
    do throws(BackwardFailure) { try goBack() } catch { return .failed(error.description) }
    let after = GradientNorms(of: parameters)
    (progress.gradNorm, progress.isMeasured) = (after.total, false)
    for place in watched where progress.seen(place) == progress.backwards {
      let gradient = parameters.tensors[place.tensor].gradient?[place.element] ?? 0
      progress.watchedGradients.append((place, gradient))
    }
    progress.backwards += 1
    return .backward(before: before, after: after)
  }

  /// What backward divides the loss by.
  var divisor: Int { recipe.dividesLoss ? hyperparameters.microBatches : 1 }

  /// Backward of loss ÷ N, which adds to the gradients that are there.
  private func goBack() throws(BackwardFailure) {
    makeLivePass()
    guard let loss = live?.pass?.loss else { throw .noLoss }
    if live?.origin.isOutdated == true, needsParameters(loss) { throw .changedInPlace }
    if live?.origin.isSpent == true { throw .tape(.alreadyUsed) }
    let share = tape.scale(loss, by: 1 / Float(divisor))
    do { try tape.backward(share) } catch { throw .tape(error) }
    live?.origin.isSpent = true
  }

  /// Whether the way back multiplies by parameters: all but the first operation's, which only
  /// pass the gradient to themselves.
  private func needsParameters(_ loss: Tensor) -> Bool {
    tape.history(of: loss).count { !$0.parameters.isEmpty } > 1
  }

  private func clip() -> Made {
    let clipping = Clipping(parameters, maxNorm: hyperparameters.maxNorm)
    progress.clipping = clipping
    if !progress.isMeasured { progress.gradNorm = clipping.normBefore }
    progress.isMeasured = true
    if clipping.clipped, !progress.isClipped {
      progress.isClipped = true
      clippedSteps += 1
    }
    return .clip(clipping)
  }

  private func step() -> Made {
    momentsBefore.removeAll(keepingCapacity: true)
    for place in watched { momentsBefore.append(optimizer.moments(at: place, of: parameters)) }
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
    return .step(Made.Update(updated: updated, norm: norms.update, parameters: norms.parameters))
  }
}
