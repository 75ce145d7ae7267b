extension Breakage {
  static let rates = [
    Breakage(
      "high-learning-rate",
      change: "The learning rate is 100 times as high.",
      look: "Watch how far one update moves the parameters, and whether the loss comes back.",
      hidden: "The loss does not show the high rate so far. The size of the updates does.",
      sign: .rateTooHigh, place: Place("line", why: "every update jumps far past the answer")
    ) { _, chosen in
      chosen.learningRate *= 100
      chosen.minLearningRate *= 100
    },
    Breakage(
      "low-learning-rate",
      change: "The learning rate is a hundredth of what it was.",
      look: "Watch how little one update moves the parameters, and the slope of the curve.",
      hidden: "A low rate shows only where there is still much to learn.",
      sign: .rateTooLow, place: Place("line", why: "the twin is soon there, the broken run is not")
    ) { _, chosen in
      chosen.learningRate /= 100
      chosen.minLearningRate /= 100
    },
    Breakage(
      "no-warmup",
      change: "The warmup is left out: the first step already uses the full learning rate.",
      look: "Watch the first ten steps: how far the parameters move, and what the loss does.",
      hidden: "A small network can recover from a rough start within a few steps. A large one may "
        + "not.",
      sign: .noWarmup,
      place: Place(
        "names --learning-rate 0.3 --warmup 100", why: "so high a rate needs a gentle start"),
      need: .warmup
    ) { _, chosen in chosen.warmup = 0 },
  ]
}
