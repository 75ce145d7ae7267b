internal import Moves
internal import Testing

@testable internal import Training

@Test(arguments: Lessons.all)
func `what a lesson tells of its network is so`(lesson: LessonFacts) throws {
  let run = try Trainer(lesson: lesson.name, hyperparameters: lesson.defaults).facts
  #expect(Lessons.model(of: lesson.name) == run.model)
  let need = try Lessons.memoryNeed(of: lesson.name, lesson.defaults, text: nil)
  #expect(need.parameters == run.parameterCount)
}
