import Autograd
import Models
public import Moves

/// Checking the gradient without a trace in training.
extension Trainer {
  /// Compares the gradient of the next micro-batch's loss with a finite difference along it.
  ///
  /// Dropout stays on, with the same masks in all four passes: so it is the very loss that training
  /// makes smaller, and one and the same function of the parameters each time.
  public func checkGradient() -> GradientCheck {
    let before = ModelState(of: parameters)
    let (wasTraining, masks) = (task.model.isTraining, task.dropoutStream?.state)
    task.model.isTraining = true
    parameters.clearGradients()
    let loss = nextLoss(masks) { tape, loss in try? tape.backward(loss) }
    let norm = GradientNorms(of: parameters).total
    let direction = GradientDirection(of: parameters, norm: norm)
    let distance = direction.distance
    let back = direction.away(-distance) { nextLoss(masks) }
    let on = direction.away(distance) { nextLoss(masks) }
    before.put(into: parameters)
    task.model.isTraining = wasTraining
    if let masks { task.dropoutStream?.state = masks }
    return GradientCheck(
      step: completedSteps, norm: norm, loss: loss, lossBack: back, lossOn: on,
      distance: distance, unchanged: before.isStill(parameters))
  }

  /// The loss of the examples that training reads next.
  private func nextLoss(
    _ masks: DropoutStream.State?, _ then: (Tape, Tensor) -> Void = { _, _ in }
  ) -> Float {
    var sampler = nextSampler()
    if let masks { task.dropoutStream?.state = masks }
    lookingTape.reset()
    let pass = task.forward(
      hyperparameters.microBatchSize, from: .training, drawnFrom: &sampler, on: lookingTape)
    then(lookingTape, pass.loss)
    return pass.loss.item
  }
}
