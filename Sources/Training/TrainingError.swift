public import Moves

/// Why a run cannot begin.
public enum TrainingError: Error, CustomStringConvertible {
  case unknownLesson(String)
  case hyperparameter(HyperparameterError)

  public var description: String {
    switch self {
    case .unknownLesson(let name):
      "There is no lesson '\(name)'; the lessons are "
        + "\(Lessons.all.map(\.name).joined(separator: ", "))."
    case .hyperparameter(let error): error.description
    }
  }
}
