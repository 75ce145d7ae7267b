internal import Autograd
internal import Models
internal import Moves

extension Trainer {
  /// One move, whatever came before it: the order is the recipe's business.
  func perform(_ planned: PlannedMove) -> MoveReport.Outcome {
    switch planned.move {
    case .zeroGrad: .zeroGrad(zeroGrad())
    case .forward: .forward(forward())
    case .backward: backward()
    case .clip: .clip(clip())
    case .step: .step(step())
    }
  }

  private func zeroGrad() -> ZeroGradReport {
    let report = ZeroGradReport(
      wiped: gradientCount, tensors: parameters.tensors.count, norm: gradientNorm)
    parameters.clearGradients()
    gradientNorm = 0
    return report
  }

  private func forward() -> ForwardReport {
    task.model.isTraining = true
    tape.reset()
    let batch = task.batch(
      .training, examples: hyperparameters.microBatchSize, random: &batches)
    let pass = task.forward(batch, on: tape)
    self.pass = pass
    return ForwardReport(
      loss: pass.loss.item, meanLoss: ledger.meanLoss(adding: pass.loss.item),
      examples: hyperparameters.microBatchSize, targets: pass.targets,
      reading: task.reading(of: batch, pass))
  }

  /// (loss ÷ N).backward(): gradients add to what is there.
  private func backward() -> MoveReport.Outcome {
    let (count, before) = (gradientCount, gradientNorm)
    let divisor = hyperparameters.microBatches
    do throws(BackwardError) {
      guard let pass else { throw .notRecorded }
      try tape.backward(divisor == 1 ? pass.loss : tape.scale(pass.loss, by: 1 / Float(divisor)))
    } catch {
      return .failed("\(error.description)")
    }
    let layers = layerNorms
    gradientNorm = layers.reduce(0) { $0 + $1.norm * $1.norm }.squareRoot()
    return .backward(
      BackwardReport(
        divisor: divisor, gradientsBefore: count, normBefore: before, norm: gradientNorm,
        layers: layers))
  }

  private func clip() -> ClipReport {
    let clipping = Clipping(norm: gradientNorm, maxNorm: hyperparameters.maxNorm)
    clipping.apply(to: parameters)
    gradientNorm = parameters.gradientNorm
    if clipping.isClipped { clippedSteps += 1 }
    return ClipReport(
      normBefore: clipping.norm, normAfter: gradientNorm, maxNorm: hyperparameters.maxNorm,
      factor: clipping.factor, clipped: clipping.isClipped, clippedSteps: clippedSteps)
  }

  private func step() -> UpdateReport {
    optimizer.step(
      watching: parameters.count <= Self.mostWatched ? Array(0..<parameters.count) : [],
      nextLearningRate: hyperparameters.schedule.learningRate(at: completedSteps + 1))
  }

  /// A model of so few parameters shows the life of each.
  private static let mostWatched = 4

  private var gradientCount: Int {
    parameters.tensors.indices.count { parameters.hasGradient($0) }
  }

  /// The gradient norm of each layer, in the model's order.
  private var layerNorms: [LayerNorm] {
    var layers: [(name: String, squares: Double)] = []
    for (i, spec) in parameters.specs.enumerated() {
      let squares = parameters.squaredNorm(of: i)
      if let last = layers.indices.last, layers[last].name == spec.layer {
        layers[last].squares += squares
      } else {
        layers.append((spec.layer, squares))
      }
    }
    return layers.map { LayerNorm(layer: $0.name, norm: $0.squares.squareRoot()) }
  }
}
