extension Sign.Kind {
  /// How the sign reads; each name in braces stands for a figure.
  public var words: String {
    switch self {
    case .noForward:
      "No forward was made in {steps} steps: there was never a loss."
    case .noBackward:
      "No backward was made in {steps} steps: {forwards} losses were found, and never a gradient. "
        + "step updated 0 of {tensors} tensors each time."
    case .noStep:
      "No step was made in {steps} steps: backward found gradients {backwards} times, the last of "
        + "norm {norm}, and not one parameter changed."
    case .raised:
      "{count} times backward could not be made in {steps} steps. {why}"
    case .gradientsWiped:
      "zero_grad wiped the gradients after backward: in {count} of {steps} steps, step found none. "
        + "All updates together measured {moved}."
    case .stepTooEarly:
      "step ran before backward in {count} of {steps} steps: {empty} times it found no gradients, "
        + "{stale} times those of the step before. The optimizer keeps state for {state} of "
        + "{tensors} tensors."
    case .gradientsPileUp:
      "{count} of {backwards} backwards added to gradients that an earlier step had left; after "
        + "zero_grad it is none. Before clipping the norm was {first} at step {start}, and {largest} at its highest."
    case .gradientsPartlyWiped:
      "zero_grad wiped what {count} backwards in {steps} steps had found, before any step used it."
    case .gradientsReused:
      "step used gradients that a step had used before, {count} times in {steps} steps."
    case .forwardUnused:
      "{count} forwards in {steps} steps led to no backward: nothing was learned from them."
    case .notClipped:
      "No clip was made. step used gradients above the ceiling of {ceiling} in {above} of {steps} "
        + "steps; the largest norm was {largest}."
    case .clippedNothing:
      "clip ran before backward and found no gradients, {count} times in {steps} steps. "
        + "step used gradients above the ceiling of {ceiling} in {above} steps, up to {largest}."
    case .clippedTooLate:
      "clip ran after step: {count} times in {steps} steps it met gradients that step had used "
        + "already. Those were above the ceiling of {ceiling} in {above} steps, up to {largest}."
    case .clippedTooEarly:
      "A backward came between clip and step in {count} of {steps} steps. step used gradients "
        + "above the ceiling of {ceiling} in {above} of them, up to {largest}."
    case .lossNotDivided:
      "{count} backwards began at the whole loss, not at loss / {parts}. Before clipping the norm "
        + "was {first} at step {start}."
    case .dropoutInEvaluation:
      "{masks} dropout masks fell in {evaluations} evaluations; under eval() it is none. Measured "
        + "twice on the same batches, the validation loss differed by up to {difference}."
    case .graphInEvaluation:
      "An evaluation recorded {recorded} operations for a backward that never comes, all alive at "
        + "once, with {numbers} numbers; under no_grad() it is none."
    case .graphsKept:
      "{live} operations are alive at step {now}; at step {start} it was {first}. Every kept loss "
        + "tensor keeps the graph behind it."
    case .readInOrder:
      "{count} of {pairs} examples were the next in the file after the one before; shuffled, hardly "
        + "one is."
    case .rateTooHigh:
      "step used learning rates up to {rate}, {ratio} times the twin's. In one update the "
        + "parameters moved by up to {share} of their norm."
    case .rateTooLow:
      "step used learning rates up to {rate}, {ratio} of the twin's. In no update did the "
        + "parameters move by more than {share} of their norm."
    case .noWarmup:
      "Step {start} used the learning rate {rate}, {ratio} times what it is with warmup. It moved the "
        + "parameters by {share} of their norm."
    }
  }

  /// A sentence more, where there is a twin to compare with.
  var wordsBesideTwin: String? {
    self == .lossNotDivided ? " That is {ratio} times the twin's." : nil
  }

  /// What to expect before the run shows it.
  public var warning: String {
    switch self {
    case .noForward: "Without forward there is no loss."
    case .noBackward: "Without backward no gradient is ever found: nothing will change."
    case .noStep: "Without step no parameter changes, whatever the gradients say."
    case .raised: "Somewhere backward cannot be made: PyTorch would stop with an error."
    case .gradientsWiped: "zero_grad wipes the gradients that step needs: nothing will change."
    case .stepTooEarly: "step runs before backward: it finds no gradients, or old ones."
    case .gradientsPileUp: "Gradients of earlier steps stay, and backward adds to them."
    case .gradientsPartlyWiped: "zero_grad wipes gradients before step has used them."
    case .gradientsReused: "step will use the same gradients more than once."
    case .forwardUnused: "Some forwards lead to no backward: their work is lost."
    case .notClipped: "Nothing keeps a bad batch from throwing the parameters far away."
    case .clippedNothing: "clip runs before there are gradients: it bounds nothing."
    case .clippedTooLate: "clip runs after step: it bounds what has been used already."
    case .clippedTooEarly:
      "Backward adds to the gradients after clip: they can be above its ceiling."
    case .lossNotDivided:
      "The micro-batches add up to a sum, not a mean: the norm is N times as large."
    case .dropoutInEvaluation:
      "Dropout stays on in evaluation: its losses will be noisy, and worse."
    case .graphInEvaluation: "Evaluation will record graphs that no backward ever uses."
    case .graphsKept: "Every kept loss keeps its graph: what is alive grows with each step."
    case .readInOrder: "Neighbours in the file are read together: a batch is no fair sample."
    case .rateTooHigh: "Each update overshoots: the loss may rise, or never fall."
    case .rateTooLow: "Each update is tiny: the loss will hardly fall."
    case .noWarmup: "The first updates go by the full learning rate, before AdamW has its means."
    }
  }
}

extension Sign {
  /// The sign in words, its figures written by `write`.
  public func text(_ write: (Measure) -> String) -> String {
    let beside = figures.contains { $0.name == "ratio" } ? kind.wordsBesideTwin ?? "" : ""
    return (kind.words + beside).filled { name in
      figures.first { $0.name == name }.map { write($0.measure) }
    }
  }
}

extension String {
  /// Each name in braces replaced by what `value` gives for it, or by nothing.
  func filled(by value: (Substring) -> String?) -> String {
    split(separator: "{", omittingEmptySubsequences: false).enumerated().map { i, part in
      guard i > 0, let end = part.firstIndex(of: "}") else { return String(part) }
      let (figure, rest) = (value(part[..<end]) ?? "", part[part.index(after: end)...])
      return figure + (figure == "1" ? rest.singular : rest)
    }.joined()
  }
}
