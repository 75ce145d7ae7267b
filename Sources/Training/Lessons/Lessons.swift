public import Moves

/// The lessons there are; the first is the one to begin with.
public enum Lessons {
  static let list: [Lesson] = [
    .story,
    .line,
    .spiral,
    .names,
  ]

  public static var all: [LessonFacts] { list.map(\.facts) }

  public static func named(_ name: String) -> LessonFacts? { known(name)?.facts }

  static func known(_ name: String) -> Lesson? { list.first { $0.facts.name == name } }

  /// The kind of network of the lesson of this name, such as "GPT".
  public static func model(of name: String) -> String? { known(name)?.model }

  /// The names of those that can be begun on a person's own text.
  public static var readingText: [String] {
    list.filter { $0.beginWithText != nil }.map(\.facts.name)
  }

  static let shapeOptions = Set(
    Hyperparameter.all.filter { $0.traits.contains(.network) }.map(\.option))

  /// The options that change nothing in the lesson of this name.
  public static func idleOptions(in name: String) -> Set<String> {
    shapeOptions.subtracting(known(name)?.shape ?? shapeOptions)
  }

  /// The temperature at which the network of this lesson writes, where nobody chooses one.
  public static func temperature(of name: String) -> Double? { known(name)?.temperature }

  /// The names of those whose networks write.
  static var writing: [String] { list.filter { $0.beginWriting != nil }.map(\.facts.name) }

  static func lesson(_ name: String) throws(TrainingError) -> Lesson {
    guard let lesson = known(name) else {
      throw .unknownLesson(name, known: all.map(\.name))
    }
    return lesson
  }
}
