internal import Autograd
internal import Moves
internal import Testing

@testable internal import Training

@Test func `the first lesson is story, and each is found by its name`() {
  #expect(Lessons.all.map(\.name) == ["story", "line", "spiral", "names"])
  #expect(Lessons.named("line")?.name == "line")
  #expect(Lessons.named("chess") == nil)
}

@Test(arguments: Lessons.all)
func `a lesson's defaults can be trained with`(lesson: LessonFacts) throws {
  try lesson.defaults.validate()
  #expect(lesson.defaults.steps % lesson.defaults.evalInterval == 0)
}

@Test func `story is a GPT of a hundred thousand parameters`() throws {
  let story = try #require(Lessons.named("story"))
  let facts = try Trainer(lesson: "story", hyperparameters: story.defaults).facts
  #expect(facts.model == "GPT")
  #expect(facts.parameterCount == facts.vocabulary.count * 64 + 48 * 64 + 98_304 + 320)
  #expect(facts.tensors.count == 15)
}

@Test func `a small story learns`() throws {
  let trainer = try smallStory { $0.batchSize = 16 }
  let losses = trainer.make(steps: 150).compactMap(\.summary).compactMap(\.loss)
  let last = losses.suffix(10).reduce(0, +) / 10
  #expect(last < 3)
  #expect(last < losses[0] - 1)
}
