public import Moves

/// The lessons there are; a new one is a file in this folder and a line in this list.
public enum Lessons {
  static let lessons: [any Lesson] = [StoryLesson(), LineLesson()]

  /// The facts of every lesson, the default first.
  public static var all: [LessonFacts] { lessons.map(\.facts) }

  public static func named(_ name: String) -> LessonFacts? { lesson(name)?.facts }

  static func lesson(_ name: String) -> (any Lesson)? {
    lessons.first { $0.facts.name == name }
  }
}
