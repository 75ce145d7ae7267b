extension Breakage {
  /// A recipe whose five moves are these.
  private init(
    _ name: String, _ moves: [Move], change: String, look: String, hidden: String, sign: Sign.Kind,
    place: Place
  ) {
    self.init(name, change: change, look: look, hidden: hidden, sign: sign, place: place) {
      recipe, _ in recipe.moves = moves
    }
  }

  static let orders = [
    Breakage(
      "forget-zero-grad", [.forward, .backward, .clip, .step],
      change: "opt.zero_grad() is left out: nothing wipes the gradients of the step before.",
      look: "Watch the norm before clipping, and how often the gradients are clipped.",
      hidden:
        "The newest gradient is part of the sum, so a move against the sum often still lowers the "
        + "loss, and clipping limits how far the sum can push.",
      sign: .gradientsPileUp,
      place: Place("line --max-norm 1000", why: "without clipping, the pile of gradients shows")),
    Breakage(
      "zero-grad-after-backward", [.forward, .backward, .zeroGrad, .clip, .step],
      change: "opt.zero_grad() stands after backward: it wipes the gradients just found.",
      look: "Watch what clip and step find: every gradient is None again.",
      hidden: unmoved, sign: .gradientsWiped, place: flat),
    Breakage(
      "step-before-backward", [.zeroGrad, .step, .forward, .backward, .clip],
      change: "opt.step() stands before backward: it runs when the gradients have just been wiped.",
      look: "Watch the figures of step: nothing is updated, though backward finds gradients.",
      hidden: unmoved, sign: .stepTooEarly, place: flat),
    Breakage(
      "no-backward", [.zeroGrad, .forward, .clip, .step],
      change: "loss.backward() is left out: losses are computed, gradients never.",
      look: "Watch the norm, which stays 0, and step, which updates nothing.",
      hidden: unmoved, sign: .noBackward, place: flat),
    Breakage(
      "no-step", [.zeroGrad, .forward, .backward, .clip],
      change: "opt.step() is left out: gradients are found and wiped again, unused.",
      look: "Watch the norm, which is as it should be, and the parameters, which stand still.",
      hidden: unmoved, sign: .noStep, place: flat),
  ]

  private static let unmoved = "No parameter of the broken run has changed."

  private static let flat = Place(
    "line --batch-size 16", why: "the broken curve stays high while the twin's falls")
}
