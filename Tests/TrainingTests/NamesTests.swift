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
    #expect(corpus.letters(of: .training).count == 40)
    #expect(corpus.letters(of: .validation).count == 4)
    #expect(corpus.read.count == 10 && !corpus.read.contains("joy"))
    var sampler = BatchSampler(random: MersenneTwister(seed: 1))
    var examples = Examples()
    corpus.draw(200, from: .validation, by: &sampler, into: &examples)
    let spelled = examples.classes.indices.map {
      corpus.vocabulary.decode(
        examples.symbols[3 * $0..<3 * $0 + 3] + [examples.classes[$0]])
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

  @Test func `an own text is read a line an example`() throws {
    let lines = (few + ["", "  ", "\u{e9}va", "zo\u{eb}"]).joined(separator: "\r\n")
    let corpus = try NameCorpus(OwnText(Array(lines.utf8), named: "names.txt"), context: 2)
    let parts = [DataPart.training, .validation].map { corpus.letters(of: $0) }
    #expect(parts.joined().count == 13 * 4)
    var sampler = BatchSampler(random: MersenneTwister(seed: 1))
    var examples = Examples()
    corpus.draw(500, from: .training, by: &sampler, into: &examples)
    let answers = examples.classes.map { corpus.vocabulary.decode([$0]) }
    #expect(Set(answers).isSuperset(of: ["\u{e9}", "\u{eb}", "\n", "z"]))
  }

  @Test func `blanks around a name are no letters of it`() throws {
    let lines = few.map { "\t\($0)  " } + ["mary ann "]
    let corpus = try NameCorpus(
      OwnText(Array(lines.joined(separator: "\n").utf8), named: "names.txt"), context: 2)
    #expect(Set(corpus.read) == Set(few + ["mary ann"]).subtracting(["joy"]))
    // The blank in mary ann is one of its letters, the tabs before the names are nobody's.
    #expect(corpus.text?.symbols == Set((few + ["mary ann"]).joined()).count + 1)
  }

  @Test func `lines for validation that training reads too are counted`() throws {
    let facts = { (lines: [String]) in
      try NameCorpus(
        OwnText(Array(lines.joined(separator: "\r\n").utf8), named: "names.txt"), context: 2
      ).text
    }
    // The tenth, joy, and the twentieth, ida, are for validation; ida stands in training too.
    let twice = try #require(try facts(few.dropLast() + few.prefix(9).dropLast() + ["joe", "ida"]))
    #expect(twice.validationLines == 2 && twice.repeatedLines == 1)
    #expect(try facts(few + few.map { $0 + "a" })?.repeatedLines == 0)
    #expect(try facts(few.dropLast(3) + few.dropLast(3) + few)?.repeatedLines == 2)
    #expect(try facts(few.dropLast(3) + few.dropLast(3) + few)?.validationLines == 2)
  }

  @Test func `too few lines are refused in words`() throws {
    let text = try OwnText(Array(few.prefix(9).joined(separator: "\n").utf8), named: "n.txt")
    let hyperparameters = try #require(Lessons.named("names")).defaults
    let error = #expect(throws: TrainingError.self) {
      _ = try Trainer(lesson: "names", hyperparameters: hyperparameters, text: text)
    }
    #expect(error?.description.contains("n.txt has 9 lines") == true)
  }

  @Test func `a network that knows nothing loses as much as guessing`() throws {
    var chosen = try #require(Lessons.named("names")).defaults
    chosen.initStd = 1e-4
    let trainer = try Trainer(lesson: "names", hyperparameters: chosen)
    let loss = try #require(trainer.make(steps: 1).forwards.first?.loss)
    #expect(abs(loss - (trainer.facts.guessingLoss ?? 0)) < 1e-3)
    #expect(trainer.facts.vocabulary.count == 27)
  }
}

extension NameCorpus {
  /// The names that training reads.
  fileprivate var read: [String] {
    vocabulary.decode(letters(of: .training)).split(separator: "\n").map(String.init)
  }
}
