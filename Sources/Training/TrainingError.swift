public import Moves

/// Why a run cannot begin.
public enum TrainingError: Error, Sendable, Equatable, CustomStringConvertible {
  case unknownLesson(String, known: [String])
  case hyperparameter(HyperparameterError)
  case emptyRecipe
  /// The lesson of this name has no use for a person's text.
  case readsNoText(String)
  case text(TextError)
  /// The network of the lesson of this name writes no text.
  case doesNotWrite(String)
  case vocabulary
  case unknownCharacter(Character)
  case breakage(BreakageError)

  public var description: String {
    switch self {
    case .unknownLesson(let name, let known):
      "there is no lesson named \"\(name.tameLine)\"; the lessons are \(known.joined(separator: ", "))."
    case .hyperparameter(let error): error.description
    case .breakage(let error): error.description
    case .emptyRecipe: "a recipe needs at least one move."
    case .readsNoText(let name):
      "the lesson \(name) reads no text; --text is for \(Lessons.readingText.joined(separator: " and "))."
    case .text(let error): error.description
    case .doesNotWrite(let name):
      "the network of the lesson \(name) writes no text; those of "
        + "\(Lessons.writing.joined(separator: " and ")) do."
    case .vocabulary:
      "a vocabulary must be different single characters, for names with a line break."
    case .unknownCharacter(let character):
      "the prompt has a character that this network never read: \"\(character)\"; leave it out."
    }
  }
}
