public import Moves

/// Why a run cannot begin.
public enum TrainingError: Error, Sendable, Equatable, CustomStringConvertible {
  case unknownLesson(String, known: [String])
  case hyperparameter(HyperparameterError)
  case emptyRecipe
  /// The lesson of this name has no use for a person's text.
  case readsNoText(String)
  case text(TextError)

  public var description: String {
    switch self {
    case .unknownLesson(let name, let known):
      "There is no lesson named \"\(name)\"; the lessons are \(known.joined(separator: ", "))."
    case .hyperparameter(let error): error.description
    case .emptyRecipe: "A recipe needs at least one move."
    case .readsNoText(let name):
      "The lesson \(name) reads no text; --text is for \(Lessons.readingText.joined(separator: ", "))."
    case .text(let error): error.description
    }
  }
}
