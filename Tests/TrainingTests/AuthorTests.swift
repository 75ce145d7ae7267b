internal import Moves
internal import Testing

@testable internal import Training

@Test func `an author with a trainer's parameters writes what the trainer would`() throws {
  for name in ["story", "names"] {
    let facts = try #require(Lessons.named(name))
    let trainer = try Trainer(lesson: name, hyperparameters: facts.defaults)
    let author = try Author(
      lesson: name, hyperparameters: facts.defaults, vocabulary: trainer.facts.vocabulary)
    #expect(author.tensors == trainer.facts.tensors)
    author.setParameters(trainer.snapshot().model.values)
    let sample = try #require(trainer.sample(length: 40))
    let wish = WritingWish(length: 40, prompt: sample.prompt)
    #expect(try author.write(wish, seed: facts.defaults.seed) == sample.prompt + sample.text)
  }
}

@Test func `with one symbol to choose from, every seed writes the same`() throws {
  let trainer = try smallStory()
  let author = try Author(
    lesson: "story", hyperparameters: trainer.facts.hyperparameters,
    vocabulary: trainer.facts.vocabulary)
  author.setParameters(trainer.snapshot().model.values)
  let text = { try author.write(WritingWish(length: 30, prompt: "A fox", topK: $0), seed: $1) }
  #expect(try text(1, 1) == text(1, 2))
  #expect(try text(nil, 1) != text(nil, 2))
  #expect(try text(1_000_000, 3) == text(nil, 3))
  #expect(try text(1, 1).hasPrefix("A fox"))
}

@Test func `what an author cannot do is said`() throws {
  let chosen = try #require(Lessons.named("story")).defaults
  let failure = { (lesson: String, vocabulary: [String]) -> TrainingError? in
    do throws(TrainingError) {
      _ = try Author(lesson: lesson, hyperparameters: chosen, vocabulary: vocabulary)
      return nil
    } catch { return error }
  }
  #expect(failure("line", []) == .doesNotWrite("line"))
  #expect(failure("story", []) == .vocabulary)
  #expect(failure("story", ["a", "a"]) == .vocabulary)
  #expect(failure("story", ["ab"]) == .vocabulary)
  #expect(failure("names", ["a", "b"]) == .vocabulary)
  #expect(failure("story", ["a", "b"]) == nil)
  let author = try Author(lesson: "story", hyperparameters: chosen, vocabulary: ["a", "b"])
  #expect(throws: TrainingError.unknownCharacter("c")) {
    try author.write(WritingWish(length: 1, prompt: "abc"), seed: 1)
  }
}
