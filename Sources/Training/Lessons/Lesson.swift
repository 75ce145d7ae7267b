import Moves

/// A lesson: what is known of it, and how its task begins.
struct Lesson: Sendable {
  var facts: LessonFacts
  var begin: @Sendable (Hyperparameters) throws(HyperparameterError) -> any Task

  /// - Throws: the first hyperparameter that training cannot begin with.
  func task(_ hyperparameters: Hyperparameters) throws(TrainingError) -> any Task {
    do {
      try hyperparameters.validate()
      return try begin(hyperparameters)
    } catch {
      throw .hyperparameter(error)
    }
  }
}
