import Canvas
import Moves
import Testing
import Training

@testable import Visualizer

/// The sentences that a broken loop's moves are told in, from the first steps of a real run.
private func sentences(_ name: String, lesson: String = "line", steps: Int = 2) throws -> [String] {
  let facts = try #require(Lessons.named(lesson))
  let trainer = try Trainer(lesson: lesson, hyperparameters: facts.defaults)
  let twin = try Twin(#require(Breakage.named(name)), after: trainer)
  var stage = Stage(reading: trainer.firstReading())
  var told: [String] = []
  while twin.broken.completedSteps < steps {
    stage.light(twin.advance())
    let sentence = Sentence(run: twin.broken.facts, stage: stage)
    told.append(sentence.parts.text)
    if twin.broken.evaluationIsDue {
      stage.detour = .done(twin.evaluate())
      told.append(Sentence(run: twin.broken.facts, stage: stage).parts.text)
    }
  }
  return told
}

@Test(arguments: [
  ("forget-zero-grad", "were still there, and backward added its own"),
  ("zero-grad-after-backward", "were wiped before step could use them"),
  ("zero-grad-after-backward", "There is no gradient to clip"),
  ("step-before-backward", "Backward comes only after it"),
  ("no-backward", "No parameter has a gradient"),
  ("clip-before-backward", "There is no gradient to clip"),
  ("step-before-backward", "step ran before backward had found these gradients"),
  ("clip-after-step", "Too late: step has already used these gradients"),
  ("zero_grad,forward,backward,clip,step,step", "step ran again on the same gradients"),
])
func `a move that goes wrong says so`(name: String, words: String) throws {
  #expect(try sentences(name).contains { $0.contains(words) })
}

@Test(arguments: [
  ("no-division", "was not divided by 4"),
  ("no-eval", "Without eval()"),
  ("no-no-grad", "Without no_grad()"),
])
func `so does what goes wrong around the moves`(name: String, words: String) throws {
  #expect(try sentences(name, lesson: "story", steps: 1).contains { $0.contains(words) })
}

@Test func `no sentence of a broken loop is cut on the smallest screen with boxes`() throws {
  for breakage in Breakage.all
  where !["no-eval", "no-division", "no-warmup"].contains(breakage.name) {
    for sentence in try sentences(breakage.name) {
      #expect(wrap(sentence, width: 65).count <= 3, "\(breakage.name): \(sentence)")
    }
  }
  for name in ["no-eval", "no-division", "no-no-grad"] {
    for sentence in try sentences(name, lesson: "story", steps: 1) {
      #expect(wrap(sentence, width: 65).count <= 3, "\(name): \(sentence)")
    }
  }
}

@Test func `in a good loop no move says that anything is wrong`() throws {
  let trainer = try Trainer(
    lesson: "line", hyperparameters: #require(Lessons.named("line")).defaults)
  for _ in 0..<20 {
    let report = trainer.advance()
    #expect(Mistake(recipe: .correct, report: report).words == nil)
  }
}
