import Moves

extension Lesson {
  static let names = Lesson(
    facts: LessonFacts(
      name: "names",
      teaches: "A small network reads names, three letters at a time, until it invents its own.",
      data: "\(CensusNames.count.grouped) first names of the US census of 1990 (public domain)",
      defaults: namesDefaults),
    model: "Character MLP", temperature: NamesTask.temperature,
    shape: ["--width", "--context", "--init-std"],
    need: { hyperparameters, text in
      let symbols = text?.vocabulary.count ?? CensusNames.symbolCount
      return MemoryNeed(characterMLPOf: symbols, hyperparameters)
    },
    fewestLines: NameCorpus.fewestNames,
    arrange: { text throws(TextError) in
      try text.arrangeLines(atLeast: NameCorpus.fewestNames)
    },
    begin: {
      NamesTask(NameCorpus(CensusNames.all, context: $0.context, data: CensusNames.data), $0)
    },
    beginWithText: { text, hyperparameters throws(TrainingError) in
      do throws(TextError) {
        return NamesTask(try NameCorpus(text, context: hyperparameters.context), hyperparameters)
      } catch {
        throw .text(error)
      }
    },
    beginWriting: { vocabulary, hyperparameters in
      NameCorpus(vocabulary: vocabulary, context: hyperparameters.context).map {
        NamesTask($0, hyperparameters)
      }
    })

  private static var namesDefaults: Hyperparameters {
    var defaults = Hyperparameters()
    defaults.steps = 2000
    defaults.batchSize = 128
    defaults.context = 3
    defaults.width = 100
    defaults.heads = 1
    defaults.initStd = 0.3
    defaults.learningRate = 1e-2
    defaults.minLearningRate = 1e-4
    defaults.weightDecay = 0.05
    defaults.beta2 = 0.99
    defaults.evalInterval = 100
    defaults.evalBatches = 8
    return defaults
  }
}
