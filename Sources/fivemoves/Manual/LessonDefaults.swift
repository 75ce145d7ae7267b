internal import Moves
internal import Training

/// What an option is where nobody sets it: each lesson has its own.
enum LessonDefaults {
  /// "Default: 0.05 in story and line; 0.01 in names."; nil for what no lesson sets.
  static func words(of option: String) -> String? {
    guard let row = Hyperparameter.named(option: option) else { return nil }
    return words(
      Lessons.all.compactMap { lesson in
        Lessons.idleOptions(in: lesson.name).contains(option)
          ? nil : (row.shown(row.text(lesson.defaults)), lesson.name)
      })
  }

  /// - Parameter values: each with its lesson; other lessons have no use for any.
  static func words(_ values: [(value: String, lesson: String)]) -> String? {
    var groups: [(value: String, lessons: [String])] = []
    for (value, lesson) in values {
      if let place = groups.firstIndex(where: { $0.value == value }) {
        groups[place].lessons.append(lesson)
      } else {
        groups.append((value, [lesson]))
      }
    }
    guard let first = groups.first else { return nil }
    if first.lessons.count == Lessons.all.count { return "Default: \(first.value)." }
    let words = groups.map { "\($0.value) in \($0.lessons.listed)" }
    return "Default: \(words.joined(separator: "; "))."
  }
}
