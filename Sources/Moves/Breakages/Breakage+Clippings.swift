extension Breakage {
  static let clippings = [
    Breakage(
      "no-clip",
      change: "clip_grad_norm_() is left out, and the 40th step reads a batch with wrong answers.",
      look: "Watch the step with the bad batch: both runs read it, but only the twin clips it.",
      hidden:
        "AdamW limits each update by itself, since it divides by the size of the gradients. SGD "
        + "does not: there a bad batch does more harm.",
      sign: .notClipped,
      place: Place("line", why: "SGD follows a bad batch however long its gradient is"),
      plantsBadBatch: true
    ) { recipe, _ in recipe.moves.removeAll { $0 == .clip } },
    Breakage(
      "clip-before-backward",
      change: "clip_grad_norm_() stands before backward, when there are no gradients to clip.",
      look: "Watch the figures of clip: it measures 0, and its factor is always 1.",
      hidden: "Clipping changes only the steps whose norm is above the ceiling. A loop that limits "
        + "nothing looks good until a bad batch comes.",
      sign: .clippedNothing, place: steep
    ) { recipe, _ in recipe.moves = [.zeroGrad, .clip, .forward, .backward, .step] },
    Breakage(
      "clip-after-step",
      change: "clip_grad_norm_() stands after step: the gradients have been used already.",
      look: "Watch the order: clip reports norms and factors as always, but they come too late.",
      hidden:
        "Clipping changes only the steps whose norm is above the ceiling. clip still counts clipped "
        + "steps here, but the parameters are those of a run without clip, bit for bit.",
      sign: .clippedTooLate, place: steep
    ) { recipe, _ in recipe.moves = [.zeroGrad, .forward, .backward, .step, .clip] },
  ]

  private static let steep = Place(
    "line --learning-rate 0.8 --steps 1000",
    why: "at this rate only clipping keeps the updates short")
}
