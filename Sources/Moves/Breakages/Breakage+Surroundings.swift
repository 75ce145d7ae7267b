extension Breakage {
  static let surroundings = [
    Breakage(
      "no-division",
      change: "Backward begins at each whole loss, not at loss / N for N micro-batches.",
      look: "Watch the norm before clipping: in the first step it is N times the twin's.",
      hidden:
        "AdamW divides each gradient by its usual size, and clip limits the norm: both cancel "
        + "a factor common to all gradients. SGD without clipping would go N times as far.",
      sign: .lossNotDivided,
      place: Place(
        "line --micro-batches 4 --learning-rate 0.3 --max-norm 1000",
        why: "SGD goes four times as far, until clip limits it"),
      need: .microBatches
    ) { recipe, _ in recipe.dividesLoss = false },
    Breakage(
      "no-eval",
      change: "model.eval() is left out: dropout stays on while the losses are measured.",
      look: "Compare the validation loss with the twin's, and with itself when measured again.",
      hidden: "The training loss cannot show it: only evaluation is wrong.",
      sign: .dropoutInEvaluation,
      place: Place("story --dropout 0.3", why: "much dropout, so evaluation suffers more"),
      need: .dropout
    ) { recipe, _ in recipe.callsEval = false },
    Breakage(
      "no-no-grad",
      change:
        "torch.no_grad() is left out: evaluation records every operation for a backward pass.",
      look: "Watch the operations alive during an evaluation: they grow with every batch.",
      hidden: "The loss is only measured, not changed. Memory and time show the mistake.",
      sign: .graphInEvaluation,
      place: Place("story", why: "a GPT has the most operations to record")
    ) { recipe, _ in recipe.usesNoGrad = false },
    Breakage(
      "keep-loss-tensor",
      change: "losses.append(loss) keeps a tensor, where loss.item() would keep its number.",
      look: "Watch the operations alive: they grow with every micro-batch, and never fall.",
      hidden: "Training itself is not changed. Memory shows the mistake: it fills up.",
      sign: .graphsKept,
      place: Place("story", why: "a GPT has the largest graph to keep")
    ) { recipe, _ in recipe.keepsLossTensor = true },
    Breakage(
      "no-shuffle",
      change: "The data are not shuffled: examples are read in the order of the file.",
      look: "Watch the loss: it goes up and down with what lies together in the file.",
      hidden: "It shows where neighbours in the file are alike, as in a file sorted by answer.",
      sign: .readInOrder,
      place: Place("spiral", why: "its file holds one arm after the other"), need: .neighbours
    ) { recipe, _ in recipe.shufflesData = false },
  ]
}
