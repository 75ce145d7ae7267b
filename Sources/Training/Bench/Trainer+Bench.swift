import Autograd
public import Moves

extension Lessons {
  /// The networks at which the engine's speed is compared with others.
  public static var benchTasks: [LessonFacts] { Lesson.benchTasks.map(\.facts) }
}

extension Trainer {
  /// A trainer of one of `Lessons.benchTasks`, or of a lesson, with its defaults changed so.
  public convenience init(
    measuring name: String, change: (inout Hyperparameters) -> Void = { _ in }
  ) throws(TrainingError) {
    let task = Lesson.benchTasks.first { $0.facts.name == name }
    let lesson = if let task { task } else { try Lessons.lesson(name) }
    var chosen = lesson.facts.defaults
    change(&chosen)
    try self.init(lesson, chosen, .correct, nil)
  }

  /// Floating-point operations of all matrix products so far: a multiplication and an addition each,
  /// on the way forward and twice as many on the way back.
  public var operations: Int { 6 * tape.multiplyAdds }

  /// Operations a second that one core could make at most, measured now.
  public static func peak() -> Double { Peak.measure() }
}
