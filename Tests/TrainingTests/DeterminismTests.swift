internal import Autograd
internal import Moves
internal import Testing

@testable internal import Training

@Test(arguments: Lessons.all.map(\.name))
func `the same seed makes the same bits, another seed others`(lesson: String) throws {
  let run = { (seed: UInt64) in
    let trainer = try small(lesson) { $0.seed = seed }
    trainer.make(steps: 5)
    return trainer.bits
  }
  let (first, again, other) = (try run(7), try run(7), try run(8))
  #expect(first == again)
  #expect(first != other)
}

@Test func `the streams of one seed differ from each other`() {
  let streams: [RandomStream] = [.parameters, .data, .batches, .evaluation, .sampling]
  let first = streams.map { stream in
    var generator = stream.generator(seed: 1)
    return generator.next()
  }
  #expect(Set(first).count == streams.count)
}

@Test func `a learning rate far too high ends in what is not a number, not in a crash`() throws {
  let trainer = try smallStory { ($0.learningRate, $0.minLearningRate) = (1e38, 1e38) }
  let last = try #require(trainer.make(steps: 6).last?.summary)
  #expect(last.loss?.isFinite == false)
  #expect(trainer.evaluate().unchanged == true)
  // There is no probability to draw by.
  #expect(trainer.sample(length: 3)?.isEmpty == true)
}
