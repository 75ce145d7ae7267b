internal import Autograd
internal import Models
internal import Moves

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A small GPT learns to write from short fables, character by character.
struct StoryLesson: Lesson {
  static let corpus = Corpus(Fables.text)

  var facts: LessonFacts {
    LessonFacts(
      name: "story",
      teaches: "how a GPT learns to write: the loop of a real language model",
      data: "short fables written for this program, "
        + "\(Fables.text.utf8.count / 1000) KB of plain words",
      defaults: Self.defaults)
  }

  private static var defaults: Hyperparameters {
    var chosen = Hyperparameters()
    chosen.steps = 2000
    chosen.batchSize = 16
    chosen.microBatches = 4
    chosen.learningRate = 3e-3
    chosen.minLearningRate = 3e-4
    chosen.warmup = 20
    chosen.weightDecay = 0.1
    chosen.beta2 = 0.99
    chosen.dropout = 0.05
    chosen.initStd = 0.1
    chosen.evalInterval = 100
    chosen.evalBatches = 4
    return chosen
  }

  func begin(_ hyperparameters: Hyperparameters, dropout: DropoutStream) -> any Task {
    TextTask(Self.corpus, hyperparameters, dropout: dropout)
  }
}
