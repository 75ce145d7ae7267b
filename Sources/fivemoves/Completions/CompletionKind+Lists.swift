internal import ArgumentParser
internal import Moves
internal import Training

extension CompletionKind {
  static var lessons: CompletionKind { .list(Lessons.all.map(\.name)) }

  /// The few words that an option knows.
  static func choice<Choice: CaseIterable & RawRepresentable<String>>(
    of choices: Choice.Type
  ) -> CompletionKind {
    .list(choices.allCases.map(\.rawValue))
  }
}
