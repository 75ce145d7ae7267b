import Moves

extension Lesson {
  static let story = Lesson(
    facts: LessonFacts(
      name: "story",
      teaches: "A small GPT learns to write fables, one character at a time.",
      data: "40 KB of short fables in plain words", defaults: storyDefaults),
    model: "GPT", temperature: LanguageTask.temperature,
    need: { hyperparameters, text in
      MemoryNeed(gptOf: text?.vocabulary.count ?? Fables.symbolCount, hyperparameters)
    },
    begin: { hyperparameters throws(HyperparameterError) in
      try LanguageTask(
        TextCorpus(stories: Fables.stories, data: Fables.data), prompt: "One day", hyperparameters)
    },
    beginWithText: { text, hyperparameters throws(TrainingError) in
      try LanguageTask(text, hyperparameters)
    },
    beginWriting: { LanguageTask(writingWith: $0, $1) })

  private static var storyDefaults: Hyperparameters {
    var defaults = Hyperparameters()
    defaults.steps = 3000
    defaults.batchSize = 8
    defaults.microBatches = 4
    defaults.context = 48
    defaults.learningRate = 3e-3
    defaults.minLearningRate = 3e-4
    defaults.warmup = 20
    defaults.beta2 = 0.99
    defaults.weightDecay = 0.05
    defaults.dropout = 0.05
    defaults.initStd = 0.2
    defaults.evalInterval = 100
    defaults.evalBatches = 8
    return defaults
  }
}
