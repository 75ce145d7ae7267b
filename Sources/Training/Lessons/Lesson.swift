import Moves

/// A lesson: what is known of it, and how its task begins.
struct Lesson: Sendable {
  var facts: LessonFacts
  /// The kind of its network, as the list of lessons tells it.
  var model = ""
  /// Of what its network writes, where nobody chooses one; nil where it does not write.
  var temperature: Double?
  /// The options of a network's shape that its own has a use for.
  var shape = Lessons.shapeOptions
  /// What a run takes of memory, on a person's own text or without one.
  var need: @Sendable (Hyperparameters, OwnText?) -> MemoryNeed
  /// Lines that a person's own text must have.
  var fewestLines = 0
  /// Brings a person's own text into the shape that its runs share.
  var arrange: (@Sendable (inout OwnText) throws(TextError) -> Void)?
  var begin: @Sendable (Hyperparameters) throws(HyperparameterError) -> any LessonTask
  /// How it begins on a person's own text, where it can.
  var beginWithText: (@Sendable (OwnText, Hyperparameters) throws(TrainingError) -> any LessonTask)?
  /// A task that only writes, with these symbols, where the lesson's network can.
  var beginWriting: (@Sendable (CharacterVocabulary, Hyperparameters) -> (any LessonTask)?)?

  /// - Throws: the first hyperparameter that training cannot begin with, or what is wrong with the
  ///   text.
  func task(_ hyperparameters: Hyperparameters, _ text: OwnText?) throws(TrainingError)
    -> any LessonTask
  {
    do {
      try hyperparameters.validate()
      if text == nil { return try begin(hyperparameters) }
    } catch {
      throw .hyperparameter(error)
    }
    guard let text, let beginWithText else { throw .readsNoText(facts.name) }
    return try beginWithText(text, hyperparameters)
  }
}
