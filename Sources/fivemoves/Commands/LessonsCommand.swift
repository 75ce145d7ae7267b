internal import ArgumentParser
internal import Training

/// `fivemoves lessons`: what there is to learn.
struct LessonsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lessons", abstract: "List the lessons and what each teaches.")

  func run() {
    for lesson in Lessons.all { Printer.output.printExactly(LessonText(lesson).long) }
  }
}
