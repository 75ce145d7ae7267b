/// What is known of a lesson before it runs.
public struct LessonFacts: Sendable, Equatable {
  public var name: String
  /// What it teaches, in one sentence.
  public var teaches: String
  /// What it learns from, in a few words.
  public var data: String
  public var defaults: Hyperparameters

  public init(name: String, teaches: String, data: String, defaults: Hyperparameters) {
    self.name = name
    self.teaches = teaches
    self.data = data
    self.defaults = defaults
  }
}

/// What stays the same through one run.
public struct RunFacts: Sendable, Equatable {
  /// The lesson's name, or that of the script or file that the run is of.
  public var name: String
  /// Nil where the run is another program's.
  public var lesson: LessonFacts?
  /// All that was set; nil where the run is another program's.
  public var hyperparameters: Hyperparameters?
  /// What another program tells of its settings.
  public var told = Settings()
  public var recipe: Recipe
  /// The kind of network, such as "GPT"; nil where that is not told.
  public var model: String?
  /// The function between its linear layers, where the kind leaves a choice.
  public var activation: String?
  /// None where they are not told.
  public var tensors: [TensorFacts]
  /// The symbols a language model knows, in the order of their numbers; empty for others.
  public var vocabulary: [String]
  /// The loss of a model that gives every symbol the same chance (ln V), where that has a meaning.
  public var guessingLoss: Float?
  /// The person's own text, where the lesson reads one.
  public var text: TextFacts?
  /// What a step's loss is, where it is not the loss before the update: "mean loss of 10 steps".
  public var lossName: String?
  /// Which data it trains on.
  public var data: DataFacts?
  /// Whether the network has dropout to switch off, be it at 0.
  public var hasDropout = false

  public init(
    lesson: LessonFacts, hyperparameters: Hyperparameters, recipe: Recipe, model: String,
    tensors: [TensorFacts], vocabulary: [String], guessingLoss: Float?, text: TextFacts? = nil,
    hasDropout: Bool = false
  ) {
    name = lesson.name
    self.lesson = lesson
    self.hyperparameters = hyperparameters
    self.recipe = recipe
    self.model = model
    self.tensors = tensors
    self.vocabulary = vocabulary
    self.guessingLoss = guessingLoss
    self.text = text
    self.hasDropout = hasDropout
  }

  /// Another program's run.
  public init(
    of name: String, _ told: Settings, recipe: Recipe = .correct, model: String? = nil,
    tensors: [TensorFacts] = []
  ) {
    (self.name, self.told, self.recipe, self.model) = (name, told, recipe, model)
    (self.tensors, vocabulary) = (tensors, [])
  }

  /// What the run was set to, as far as that is known.
  public var settings: Settings { hyperparameters.map { Settings($0) } ?? told }

  /// Nil where the parameters are not told.
  public var parameterCount: Int? {
    tensors.isEmpty ? nil : tensors.reduce(0) { $0 + $1.count }
  }
}

/// A parameter tensor by its PyTorch name.
public struct TensorFacts: Sendable, Equatable {
  public var name: String
  /// The layer it belongs to.
  public var layer: String
  public var shape: [Int]
  /// Other names that a tied tensor also has in PyTorch's `state_dict`.
  public var aliases: [String]

  public init(name: String, layer: String, shape: [Int], aliases: [String] = []) {
    self.name = name
    self.layer = layer
    self.shape = shape
    self.aliases = aliases
  }

  public var count: Int { shape.reduce(1, *) }
}
