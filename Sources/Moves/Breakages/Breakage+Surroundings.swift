extension Breakage {
  static let surroundings = [
    Breakage(
      "no-division",
      change: "Backward begins at each whole loss, and not at loss / N for N micro-batches.",
      look: "Look at the norm before clipping: N times the twin's at the first step.",
      hidden: "AdamW divides each gradient by its usual size, and clip bounds their norm: both "
        + "cancel a factor common to all. SGD without clip would go N times too far.",
      sign: .lossNotDivided, need: .microBatches
    ) { recipe, _ in recipe.dividesLoss = false },
    Breakage(
      "no-eval",
      change: "model.eval() is left out: dropout stays on while the losses are measured.",
      look: "Look at the validation losses: they are worse than the twin's, and jump about.",
      hidden: "The training loss cannot show it: only evaluation is wrong.",
      sign: .dropoutInEvaluation, need: .dropout
    ) { recipe, _ in recipe.callsEval = false },
    Breakage(
      "no-no-grad",
      change: "torch.no_grad() is left out: evaluation records every operation for a backward.",
      look: "Look at the operations alive during an evaluation: they grow with every batch.",
      hidden: "The loss is only measured, not changed: memory and time tell.",
      sign: .graphInEvaluation
    ) { recipe, _ in recipe.usesNoGrad = false },
    Breakage(
      "keep-loss-tensor",
      change: "losses.append(loss) keeps a tensor, where loss.item() would keep its number.",
      look: "Look at the operations alive: they grow with every micro-batch, and never fall.",
      hidden: "Training itself is not changed: memory tells, until there is none.",
      sign: .graphsKept
    ) { recipe, _ in recipe.keepsLossTensor = true },
    Breakage(
      "no-shuffle",
      change: "The data are not shuffled: examples are read in the order of the file.",
      look: "Look at the loss: it goes up and down with what lies together in the file.",
      hidden: "Neighbours in this file are not alike enough to do harm. Sorted by answer, they "
        + "would be.",
      sign: .readInOrder, need: .neighbours
    ) { recipe, _ in recipe.shufflesData = false },
  ]
}
