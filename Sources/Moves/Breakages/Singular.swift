extension Substring {
  /// As it goes on after the figure "1": its first words in the singular.
  var singular: Substring {
    for (many, one) in Self.plurals where hasPrefix(many) {
      return one + dropFirst(many.count)
    }
    return self
  }

  /// What the texts of signs and verdicts count.
  private static let plurals: [(String, String)] = [
    (" losses were ", " loss was "), (" examples were ", " example was "),
    (" operations are ", " operation is "), (" steps were ", " step was "), (" steps", " step"),
    (" training steps", " training step"),
    (" times", " time"), (" backwards", " backward"), (" forwards", " forward"),
    (" backward passes", " backward pass"), (" forward passes", " forward pass"),
    (" examples", " example"), (" losses", " loss"), (" tensors", " tensor"),
    (" operations", " operation"),
    (" numbers", " number"), (" dropout masks", " dropout mask"), (" evaluations", " evaluation"),
  ]
}
