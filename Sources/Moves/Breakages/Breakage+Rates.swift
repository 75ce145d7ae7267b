extension Breakage {
  static let rates = [
    Breakage(
      "high-learning-rate",
      change: "The learning rate is 100 times as high.",
      look: "Look at how far one update moves the parameters, and whether the loss comes back.",
      hidden: "The loss forgives the high rate so far. The size of the updates does not hide it.",
      sign: .rateTooHigh
    ) { _, chosen in
      chosen.learningRate *= 100
      chosen.minLearningRate *= 100
    },
    Breakage(
      "low-learning-rate",
      change: "The learning rate is a hundredth of what it was.",
      look: "Look at how little one update moves the parameters, and at the slope of the curve.",
      hidden: "Both curves have hardly fallen so far.",
      sign: .rateTooLow
    ) { _, chosen in
      chosen.learningRate /= 100
      chosen.minLearningRate /= 100
    },
    Breakage(
      "no-warmup",
      change: "The warmup is left out: the first step already uses the full learning rate.",
      look: "Look at the first ten steps: how far the parameters move, and what the loss does.",
      hidden: "A network as small as this recovers from a rough start within a few steps. Large "
        + "ones may not.",
      sign: .noWarmup, need: .warmup
    ) { _, chosen in chosen.warmup = 0 },
  ]
}
