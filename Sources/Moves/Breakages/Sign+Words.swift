extension Sign {
  /// The sign in words, its figures as the screen writes numbers; a sentence whose figures are not
  /// all known is left out.
  public var words: String {
    let words = sentences.told(by: self).compactMap(\.self).joined(separator: " ")
    return words.last.map { ".?".contains($0) } ?? true ? words : words + "."
  }

  var sentences: SignSentences {
    switch kind {
    case .noForward:
      "No forward pass was made in \(.steps, "step"): there was never a loss."
    case .noBackward:
      """
      No backward pass was made in \(.steps, "step"): \(.forwards, "loss was", "losses were") \
      computed, but no gradient.
      \(.empty, "time") step found no gradient to use.
      """
    case .noStep:
      """
      step never ran in \(.steps, "training step"): backward found gradients \
      \(.backwards, "time"), and no parameter changed.
      The last gradients' norm was \(.norm).
      """
    case .raised:
      """
      backward failed \(.count, "time") in \(.steps, "step").
      \(.why)
      """
    case .gradientsWiped:
      """
      zero_grad wiped the gradients after backward: \(.count, "time") in \(.steps, "step"), step \
      found none.
      The sum of the update norms was \(.moved).
      """
    case .stepTooEarly:
      """
      step ran before backward in \(.count) of \(.steps, "step"): \(.empty, "time") it found no \
      gradients, \(.stale, "time") those of the step before.
      The sum of the update norms was \(.moved).
      """
    case .gradientsPileUp:
      """
      \(.count) of \(.backwards, "backward pass", "backward passes") added to gradients that an \
      earlier step had left; with zero_grad, none would.
      The norm before clipping was \(.first) at step \(.start), and \(.largest) at its highest.
      """
    case .gradientsPartlyWiped:
      """
      zero_grad wiped what \(.count, "backward pass", "backward passes") in \(.steps, "step") had \
      found, before any step used it.
      """
    case .gradientsReused:
      "step used gradients that a step had already used, \(.count, "time") in \(.steps, "step")."
    case .forwardUnused:
      """
      \(.count, "forward pass", "forward passes") in \(.steps, "step") led to no backward pass: \
      nothing was learned from them.
      """
    case .notClipped:
      """
      clip never ran.
      step used gradients above the ceiling of \(.ceiling) in \(.above) of \(.steps, "step"); the \
      largest norm was \(.largest).
      """
    case .clippedNothing:
      """
      clip ran before backward and found no gradients, \(.count, "time") in \(.steps, "step").
      step used gradients above the ceiling of \(.ceiling) in \(.above, "step"), up to \
      \(.largest).
      """
    case .clippedTooLate:
      """
      clip ran after step: \(.count, "time") in \(.steps, "step") it met gradients that step had \
      already used.
      Those were above the ceiling of \(.ceiling) in \(.above, "step"), up to \(.largest).
      """
    case .clippedTooEarly:
      """
      \(.count, "time") in \(.steps, "step"), step used gradients that no clip had measured since \
      backward.
      They were above the ceiling of \(.ceiling) in \(.above, "step"), up to \(.largest).
      """
    case .lossNotDivided:
      """
      \(.count, "backward pass", "backward passes") began at the whole loss, not at loss / \
      \(.parts).
      The norm before clipping was \(.first) at step \(.start).
      That is \(.ratio) times the twin's.
      """
    case .dropoutInEvaluation:
      """
      \(.masks, "dropout mask was", "dropout masks were") drawn while evaluating; under eval(), \
      none would be.
      Measured twice on the same batches, the validation loss differed by up to \(.difference).
      """
    case .graphInEvaluation:
      """
      One evaluation recorded \(.recorded, "operation") with \(.numbers, "number"), all alive at \
      once, for a backward pass that never comes; under no_grad(), it records none.
      """
    case .graphsKept:
      """
      After the first forward pass \(.first, "operation was", "operations were") alive; after \
      \(.forwards, "forward pass", "forward passes"), \(.live).
      Every kept loss tensor keeps the graph behind it.
      In its twin \(.twinLive, "is", "are") alive.
      """
    case .readInOrder:
      """
      \(.count) of \(.pairs, "example") came right after the one before in the file; shuffled, \
      hardly any would.
      """
    case .rateTooHigh:
      """
      step used learning rates up to \(.rate), \(.ratio) times the twin's.
      One update moved the parameters by up to \(ofNorm: .share).
      """
    case .rateTooLow:
      """
      step used learning rates up to \(.rate), \(.ratio) of the twin's.
      The largest update moved the parameters by only \(ofNorm: .share).
      """
    case .noWarmup:
      """
      Step \(.start) used the learning rate \(.rate), \(.ratio) times what it is with warmup.
      It moved the parameters by \(ofNorm: .share).
      """
    case .clippedScaled:
      """
      clip met gradients that were still scaled, \(.count, "time") in \(.steps, "step"): without \
      scaler.unscale_(optimizer) before it, its ceiling is of another size.
      """
    case .gradientsGone:
      """
      The gradients were gone before step could use them, in \(.count) of \(.steps, "step"): \
      something between backward and step sets them to None.
      """
    case .optimizerUnreached:
      """
      step found no gradient in \(.count) of \(.steps, "step"), though backward ran: the loss does \
      not depend on the optimizer's parameters.
      Was it made for another model?
      """
    case .lossSummed:
      """
      \(.count, "backward pass", "backward passes") added up whole losses, \(.parts) in each step.
      Is a sum meant? For a mean, divide the loss by \(.parts) before backward.
      """
    case .evaluatedInTraining:
      """
      \(.batches, "batch was", "batches were") evaluated in training mode, with \(.layers) at \
      work.
      Is that meant? If not, call model.eval() before an evaluation, and model.train() after it.
      """
    case .evaluatedWithGraph:
      """
      \(.batches, "batch was", "batches were") evaluated with gradients on, and no backward pass \
      followed.
      Under torch.no_grad() an evaluation takes less memory and time.
      """
    case .lossesKept:
      """
      \(.live) of the \(.backwards, "loss", "losses") that were looked at are still kept as \
      tensors, each with the graph behind it: memory fills with every step.
      Keep loss.item(), which is its number.
      """
    case .schedulerEarly:
      """
      scheduler.step() came before optimizer.step() in \(.count) of \(.steps, "step"): the first \
      learning rate is never used.
      Call it after.
      """
    case .parametersUnowned:
      """
      \(.count, "parameter tensor gets", "parameter tensors get") gradients, but no optimizer has \
      \("it, so it never changes", "them, so they never change", for: .count): \(.names).
      Is that meant?
      """
    case .parametersUntouched:
      """
      \(.count, "parameter tensor") of the optimizer got no gradient in the \(.steps, "step") that \
      were looked at: \(.names).
      Does the loss depend on \("it", "them", for: .count)?
      """
    case .notFinite:
      """
      The \(.what) was no finite number in step \(.step), at \(.move).
      The gradients of step \(.unseen) were not looked at: it may have begun with them.
      What follows from it means nothing.
      """
    case .updatesSkipped:
      """
      The gradient scaler skipped \(.count) of \(.steps, "step"), since the scaled gradients were \
      inf or NaN.
      """
    }
  }
}

extension Sign.Kind {
  /// What to expect before the run shows it.
  public var warning: String {
    switch self {
    case .noForward: "Without forward there is no loss."
    case .noBackward: "Without backward no new gradient is ever found."
    case .noStep: "Without step no parameter changes, whatever the gradients are."
    case .raised:
      "Somewhere backward has no graph to go back through: PyTorch would raise an error."
    case .gradientsWiped: "zero_grad wipes the gradients before step can use them."
    case .stepTooEarly:
      "step runs before backward: it finds no gradients, or those of an earlier step."
    case .gradientsPileUp: "Gradients of earlier steps stay, and backward adds to them."
    case .gradientsPartlyWiped: "zero_grad wipes some gradients before step has used them."
    case .gradientsReused: "step will use the same gradients more than once."
    case .forwardUnused: "Some forward passes lead to no backward pass: their work is wasted."
    case .notClipped: "Nothing limits a bad batch: it can throw the parameters far off."
    case .clippedNothing: "clip runs before there are gradients: it limits nothing."
    case .clippedTooLate: "clip runs after step: it limits what step has already used."
    case .clippedTooEarly:
      "Backward adds to the gradients after clip: they can exceed its ceiling."
    case .lossNotDivided:
      "The micro-batches add up to a sum, not a mean: the norm is N times as large."
    case .dropoutInEvaluation:
      "Dropout stays on in evaluation: the losses it measures are noisy."
    case .graphInEvaluation: "Evaluation records graphs that no backward pass ever uses."
    case .graphsKept: "Every kept loss keeps its graph: memory fills with each step."
    case .readInOrder: "Neighbours in the file are read together: a batch is not a fair sample."
    case .rateTooHigh: "Each update may overshoot: the loss may rise, or never fall."
    case .rateTooLow: "Each update is tiny: the loss will hardly fall."
    case .noWarmup: "The first updates are as large as any, before the network has settled."
    case .clippedScaled: "clip runs while the gradients are still scaled."
    case .gradientsGone: "step finds no gradients."
    case .optimizerUnreached: "The optimizer's parameters get no gradient."
    case .lossSummed: "The micro-batches add up to a sum, not a mean."
    case .evaluatedInTraining: "Dropout and batch norm go on as in training: the losses are noisy."
    case .evaluatedWithGraph: "Evaluation records graphs that no backward pass ever uses."
    case .lossesKept: "Every kept loss keeps its graph: memory fills with each step."
    case .schedulerEarly: "The schedule is one step ahead of the optimizer."
    case .parametersUnowned: "What no optimizer has never changes."
    case .parametersUntouched: "What gets no gradient never learns."
    case .notFinite: "A loss that is no finite number teaches nothing."
    case .updatesSkipped: "The gradient scaler skips steps whose gradients overflow."
    }
  }
}
