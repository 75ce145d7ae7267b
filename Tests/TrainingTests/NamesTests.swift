import Autograd
import Moves
import Testing

@testable import Training

@Suite struct NamesTests {
  private let few = ["ann", "bob", "cal", "dan", "eve", "fay", "gus", "hal", "ida", "joy", "kit"]

  @Test func `there are about two thousand census names, in lower case, each once`() {
    #expect(CensusNames.all.count == 2016)
    #expect(Set(CensusNames.all).count == CensusNames.all.count)
    #expect(Set(CensusNames.all.joined()) == Set("abcdefghijklmnopqrstuvwxyz"))
    for name in ["mary", "james", "linda", "robert"] { #expect(CensusNames.all.contains(name)) }
  }

  @Test func `every letter of a name and its end is an example`() {
    let corpus = NameCorpus(few, context: 3)
    #expect(corpus.vocabulary.symbols.first == "\n")
    #expect(corpus.count(of: .training) == 40)
    #expect(corpus.count(of: .validation) == 4)
    #expect(!corpus.training.contains("joy"))
    var random = MersenneTwister(seed: 1)
    let spelled = corpus.batch(200, from: .validation, drawnFrom: &random).map {
      corpus.vocabulary.decode($0.context + [$0.answer])
    }
    #expect(Set(spelled) == ["\n\n\nj", "\n\njo", "\njoy", "joy\n"])
  }

  @Test func `the names it writes are marked where training has read them`() throws {
    let lesson = try #require(Lessons.named("names"))
    var chosen = lesson.defaults
    chosen.steps = 300
    let trainer = try Trainer(lesson: "names", hyperparameters: chosen)
    trainer.make(steps: 300)
    let sample = try #require(trainer.sample(length: 3000))
    #expect(sample.names.count > 200)
    let read = Set(CensusNames.all.enumerated().filter { $0.offset % 10 != 9 }.map(\.element))
    #expect(sample.names.allSatisfy { $0.isKnown == read.contains($0.text) })
    #expect(sample.names.contains { $0.isKnown })
    #expect(sample.names.contains { !$0.isKnown && $0.text.count > 3 })
  }

  @Test func `too few names are refused`() throws {
    let hyperparameters = try #require(Lessons.named("names")).defaults
    #expect(throws: HyperparameterError.self) {
      _ = try NamesTask(Array(few.prefix(9)), hyperparameters)
    }
    _ = try NamesTask(few, hyperparameters)
  }

  @Test func `a network that knows nothing loses as much as guessing`() throws {
    var chosen = try #require(Lessons.named("names")).defaults
    chosen.initStd = 1e-4
    let trainer = try Trainer(lesson: "names", hyperparameters: chosen)
    let loss = try #require(trainer.make(steps: 1).forwards.first).loss
    #expect(abs(loss - (trainer.facts.guessingLoss ?? 0)) < 1e-3)
    #expect(trainer.facts.vocabulary.count == 27)
  }
}
