extension Breakage {
  static let clippings = [
    Breakage(
      "no-clip",
      change: "clip_grad_norm_() is left out, and after 40 steps comes a batch with wrong answers.",
      look: "Look at the step of the bad batch: both runs read it, only the twin clips it.",
      hidden:
        "The bad batch did little harm. AdamW bounds one update, for it divides by the size of "
        + "the gradients; SGD does not.",
      sign: .notClipped, plantsBadBatch: true
    ) { recipe, _ in recipe.moves.removeAll { $0 == .clip } },
    Breakage(
      "clip-before-backward",
      change: "clip_grad_norm_() stands before backward, when there are no gradients to clip.",
      look: "Look at the figures of clip: it measures 0, and its factor is always 1.",
      hidden: "Clipping mattered in some early steps only. A loop that bounds nothing looks well "
        + "until a bad batch comes.",
      sign: .clippedNothing
    ) { recipe, _ in recipe.moves = [.zeroGrad, .clip, .forward, .backward, .step] },
    Breakage(
      "clip-after-step",
      change: "clip_grad_norm_() stands after step, when the gradients have been used.",
      look: "Look at the order: clip reports norms and factors as always, but they come too late.",
      hidden:
        "Clipping mattered in some early steps only, and clip still counts clipped steps. The "
        + "parameters are those of a run without clip, bit for bit.",
      sign: .clippedTooLate
    ) { recipe, _ in recipe.moves = [.zeroGrad, .forward, .backward, .step, .clip] },
  ]
}
