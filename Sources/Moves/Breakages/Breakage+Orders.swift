extension Breakage {
  /// A recipe whose five moves are these.
  private init(
    _ name: String, _ moves: [Move], change: String, look: String, hidden: String, sign: Sign.Kind
  ) {
    self.init(name, change: change, look: look, hidden: hidden, sign: sign) { recipe, _ in
      recipe.moves = moves
    }
  }

  static let orders = [
    Breakage(
      "forget-zero-grad", [.forward, .backward, .clip, .step],
      change: "opt.zero_grad() is left out: nothing wipes the gradients of the step before.",
      look: "Look at the norm before clipping, and at how often it is clipped.",
      hidden: "clip hides the mistake: it shortens the pile of gradients to the ceiling each time, "
        + "and the newest among them still point downhill.",
      sign: .gradientsPileUp),
    Breakage(
      "zero-grad-after-backward", [.forward, .backward, .zeroGrad, .clip, .step],
      change: "opt.zero_grad() stands after backward: it wipes the gradients just found.",
      look: "Look at what clip and step find: the gradients are None again.",
      hidden: "No parameter has moved here; the twin has hardly begun.",
      sign: .gradientsWiped),
    Breakage(
      "step-before-backward", [.zeroGrad, .step, .forward, .backward, .clip],
      change: "opt.step() stands before backward: it runs when the gradients have just been wiped.",
      look: "Look at the figures of step: nothing is updated, though backward finds gradients.",
      hidden: "No parameter has moved here; the twin has hardly begun.",
      sign: .stepTooEarly),
    Breakage(
      "no-backward", [.zeroGrad, .forward, .clip, .step],
      change: "loss.backward() is left out: losses are found, gradients never.",
      look: "Look at the norm, which stays 0, and at step, which updates nothing.",
      hidden: "No parameter has moved here; the twin has hardly begun.",
      sign: .noBackward),
    Breakage(
      "no-step", [.zeroGrad, .forward, .backward, .clip],
      change: "opt.step() is left out: gradients are found and wiped again, unused.",
      look: "Look at the norm, which is as it should be, and at the parameters, which stand still.",
      hidden: "No parameter has moved here; the twin has hardly begun.",
      sign: .noStep),
  ]
}
