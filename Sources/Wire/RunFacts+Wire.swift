internal import JSONText
internal import Moves

extension RunFacts: Shaped {
  static var blank: Self { Self(of: "", Settings()) }

  /// What a log says of its run stands beside this; see `LogRecord`.
  mutating func fill(_ form: inout Form) {
    form.field("name", &name)
    form.field("lesson_facts", &lesson)
    form.field("hyperparameters", &hyperparameters)
    form.field("told", &told, unless: Settings())
    form.field("recipe", &recipe, unless: .correct)
    form.field("model", &model)
    form.field("activation", &activation)
    form.list("tensors", &tensors)
    form.list("vocabulary", &vocabulary)
    form.field("guessing_loss", &guessingLoss)
    form.field("text", &text)
    form.field("data", &data)
    form.field("loss_name", &lossName)
    form.field("has_dropout", &hasDropout, unless: false)
    form.require((lesson == nil) == (hyperparameters == nil), "hyperparameters")
    form.require(settings.hasRoom(in: recipe), "micro_batches")
    form.require(tensors.count <= Self.mostTensors, "tensors")
  }

  private static let mostTensors = 1 << 17
}

extension Settings {
  /// Whether the moves of one step can be told one by one.
  fileprivate func hasRoom(in recipe: Recipe) -> Bool {
    parts <= MoveReport.mostMoves / max(recipe.moves.count, 1)
  }
}

extension LessonFacts: Shaped {
  static var blank: Self { Self(name: "", teaches: "", data: "", defaults: Hyperparameters()) }

  mutating func fill(_ form: inout Form) {
    form.field("name", &name)
    form.field("teaches", &teaches)
    form.field("data", &data)
    form.field("defaults", &defaults)
  }
}

extension TensorFacts: Shaped {
  static var blank: Self { Self(name: "", layer: "", shape: []) }

  mutating func fill(_ form: inout Form) {
    form.field("name", &name)
    form.field("layer", &layer, unless: "")
    form.field("shape", &shape)
    form.list("aliases", &aliases)
    form.require(shape.count <= 8 && hasCount, "shape")
  }

  /// Whether its parameters can be counted.
  private var hasCount: Bool {
    var count = 1
    for size in shape {
      let (product, isTooLarge) = count.multipliedReportingOverflow(by: size)
      guard size >= 1, !isTooLarge, product <= Self.mostParameters else { return false }
      count = product
    }
    return true
  }

  private static let mostParameters = 1 << 44
}

extension TextFacts: Shaped {
  static var blank: Self { Self(name: "", characters: 0, symbols: 0, rareCharacters: 0) }

  mutating func fill(_ form: inout Form) {
    form.field("name", &name)
    form.field("characters", &characters)
    form.field("lines", &lines)
    form.field("symbols", &symbols)
    form.field("rare_characters", &rareCharacters, unless: 0)
    form.field("repeated_lines", &repeatedLines, unless: 0)
  }
}

extension DataFacts.Origin: Wired {}

extension DataFacts: Shaped {
  static var blank: Self { Self(origin: .builtIn, name: "", bytes: 0, digest: "") }

  mutating func fill(_ form: inout Form) {
    form.field("name", &name)
    form.field("origin", &origin)
    form.field("bytes", &bytes)
    form.field("sha256", &digest)
  }
}
