internal import Autograd
internal import Moves
internal import Testing

@testable internal import Training

@Test func `a generator with a trainer's parameters writes what the trainer would`() throws {
  for name in ["story", "names"] {
    let facts = try #require(Lessons.named(name))
    let trainer = try Trainer(lesson: name, hyperparameters: facts.defaults)
    let generator = try TextGenerator(
      lesson: name, hyperparameters: facts.defaults, vocabulary: trainer.facts.vocabulary)
    #expect(generator.tensors == trainer.facts.tensors)
    generator.setParameters(trainer.snapshot().model.values)
    let sample = try #require(trainer.sample(length: 40))
    let options = SamplingOptions(length: 40, prompt: sample.prompt)
    #expect(try generator.write(options, seed: facts.defaults.seed) == sample.prompt + sample.text)
  }
}

@Test func `with one symbol to choose from, every seed writes the same`() throws {
  let trainer = try smallStory()
  let generator = try TextGenerator(
    lesson: "story", hyperparameters: trainer.hyperparameters,
    vocabulary: trainer.facts.vocabulary)
  generator.setParameters(trainer.snapshot().model.values)
  let text = {
    try generator.write(SamplingOptions(length: 30, prompt: "A fox", topK: $0), seed: $1)
  }
  #expect(try text(1, 1) == text(1, 2))
  #expect(try text(nil, 1) != text(nil, 2))
  #expect(try text(1_000_000, 3) == text(nil, 3))
  #expect(try text(1, 1).hasPrefix("A fox"))
}

@Test func `what a generator cannot do is said`() throws {
  let chosen = try #require(Lessons.named("story")).defaults
  let failure = { (lesson: String, vocabulary: [String]) -> TrainingError? in
    do throws(TrainingError) {
      _ = try TextGenerator(lesson: lesson, hyperparameters: chosen, vocabulary: vocabulary)
      return nil
    } catch { return error }
  }
  #expect(failure("line", []) == .doesNotWrite("line"))
  #expect(failure("story", []) == .vocabulary)
  #expect(failure("story", ["a", "a"]) == .vocabulary)
  #expect(failure("story", ["ab"]) == .vocabulary)
  #expect(failure("names", ["a", "b"]) == .vocabulary)
  #expect(failure("story", ["a", "b"]) == nil)
  let generator = try TextGenerator(
    lesson: "story", hyperparameters: chosen, vocabulary: ["a", "b"])
  #expect(throws: TrainingError.unknownCharacter("c")) {
    try generator.write(SamplingOptions(length: 1, prompt: "abc"), seed: 1)
  }
}

@Test func `at temperature 0 every character is the likeliest, whatever the seed`() throws {
  let trainer = try smallStory()
  trainer.make(steps: 30)
  let generator = try TextGenerator(
    lesson: "story", hyperparameters: trainer.hyperparameters,
    vocabulary: trainer.facts.vocabulary)
  generator.setParameters(trainer.snapshot().model.values)
  let text = { temperature, topK, seed in
    try generator.write(
      SamplingOptions(length: 60, prompt: "A fox", temperature: temperature, topK: topK), seed: seed
    )
  }
  #expect(try text(0, nil, 1) == text(0, nil, 2))
  #expect(try text(0, nil, 1) == text(1, 1, 3))
}

@Test func `of equal scores the first is the likeliest`() {
  let tape = Tape()
  let scores = tape.constant([1, 3, 3, 2], shape: [1, 4])
  var random = MersenneTwister(seed: 1)
  let draws = (0..<50).map { _ in
    TokenDistribution(of: scores, row: 0, temperature: 0).draw(from: &random)
  }
  #expect(Set(draws) == [1])
}

/// Letters and 2,100 other characters, those least often that come last: too many for a symbol each.
private func manyCharacters() throws -> OwnText {
  let others = (0x4E00..<0x4E00 + 2100).compactMap { Unicode.Scalar($0).map(Character.init) }
  let often = String(repeating: "plain words\nand lines\n", count: 40)
  return try OwnText(Array((often + String(others + others.prefix(2000))).utf8), named: "many.txt")
}

@Test func `a prompt is read as training would have read it`() throws {
  let chosen = try smallStory().hyperparameters
  let trainer = try Trainer(
    lesson: "story", hyperparameters: chosen, text: manyCharacters())
  let generator = try TextGenerator(
    lesson: "story", hyperparameters: chosen, vocabulary: trainer.facts.vocabulary)
  generator.setParameters(trainer.snapshot().model.values)
  let write = { try generator.write(SamplingOptions(length: 20, prompt: $0), seed: 1) }
  // U+562B was among the last, and é is in no part of the text.
  let rare = "words \u{562B}é\u{562B}"
  #expect(try generator.rareCharacters(of: rare) == ["\u{562B}", "é"])
  #expect(try generator.rareCharacters(of: "plain words\n\u{4E00}") == [])
  let (written, plain) = (try write(rare), try write("words \u{FFFD}\u{FFFD}\u{FFFD}"))
  #expect(written == rare + plain.dropFirst(rare.count))
  #expect(try write("plain\r\nwords\rand") == write("plain\nwords\nand"))
}
