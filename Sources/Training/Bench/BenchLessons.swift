import Moves

/// The three networks at which the engine is compared with others; on no list of lessons.
extension Lesson {
  static let benchTasks: [Lesson] = [
    Lesson(
      facts: LessonFacts(
        name: "a", teaches: "MLP 2-16-16-1, batch 32", data: "a height over the plane",
        defaults: defaults {
          $0.batchSize = 32
          $0.layers = 2
          $0.width = 16
        }),
      need: { hyperparameters, _ in
        MemoryNeed(mlpOf: SurfaceTask.widths(hyperparameters), hyperparameters)
      },
      begin: { SurfaceTask($0) }),
    Lesson(
      facts: LessonFacts(
        name: "b", teaches: "character MLP, 27 symbols, context 3, 10-200, batch 32",
        data: "census names",
        defaults: defaults {
          $0.batchSize = 32
          $0.context = 3
          $0.width = 200
        }),
      need: { hyperparameters, _ in
        MemoryNeed(characterMLPOf: CensusNames.symbolCount, hyperparameters)
      },
      begin: { NamesTask(NameCorpus(CensusNames.all, context: $0.context), $0) }),
    Lesson(
      facts: LessonFacts(
        name: "c", teaches: "GPT of 4 layers, 4 heads, width 128, block 64, 65 symbols, batch 12",
        data: "the fables, and eight symbols they lack",
        defaults: defaults {
          $0.batchSize = 12
          $0.layers = 4
          $0.width = 128
        }),
      need: { hyperparameters, _ in
        MemoryNeed(gptOf: Fables.symbolCount + 8, hyperparameters)
      },
      begin: { hyperparameters throws(HyperparameterError) in
        try LanguageTask(
          TextCorpus(stories: ["01234567"] + Fables.stories), prompt: "One day", hyperparameters)
      }),
  ]

  /// Ten thousand steps, the first twenty of them warming up.
  private static func defaults(_ set: (inout Hyperparameters) -> Void) -> Hyperparameters {
    var defaults = Hyperparameters()
    defaults.steps = 10_000
    defaults.warmup = 20
    set(&defaults)
    return defaults
  }
}
