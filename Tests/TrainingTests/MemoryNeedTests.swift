internal import Autograd
internal import Moves
internal import Testing

@testable internal import Training

/// A run, and what was reckoned for it.
private func reckoned(
  _ lesson: String, change: (inout Hyperparameters) -> Void
) throws -> (trainer: Trainer, need: MemoryNeed) {
  var chosen = try #require(Lessons.named(lesson)).defaults
  change(&chosen)
  let need = try Lessons.memoryNeed(of: lesson, chosen, text: nil)
  return (try Trainer(lesson: lesson, hyperparameters: chosen), need)
}

private let shapes: [@Sendable (inout Hyperparameters) -> Void] = [
  { _ in },
  { ($0.batchSize, $0.microBatches) = (96, 1) },
  { ($0.batchSize, $0.microBatches, $0.dropout) = (96, 3, 0) },
  { ($0.layers, $0.width, $0.context, $0.dropout) = (1, 16, 300, 0.1) },
  { ($0.layers, $0.width, $0.heads, $0.context) = (5, 120, 1, 2) },
]

@Test(arguments: ["story", "names", "spiral", "line"], shapes.indices)
func `the numbers of a pass are as many as were reckoned, or a few less`(
  _ lesson: String, _ shape: Int
) throws {
  let (trainer, need) = try reckoned(lesson) {
    shapes[shape](&$0)
    if lesson == "line" || lesson == "spiral" { $0.batchSize *= 8 }
    $0.evalBatches = 1
  }
  trainer.threads = 2
  trainer.make(steps: 1)
  // Gaps between the numbers of an operation and the next, and the examples, which are on no tape.
  let slack = 4096 + 24 * trainer.hyperparameters.microBatchSize
  #expect(trainer.parameters.count == need.parameters)
  #expect(trainer.tape.numbersInUse <= need.training)
  #expect(trainer.tape.numbersInUse >= need.training * 7 / 10 - slack)
  #expect((need.operations * 1 / 2...need.operations).contains(trainer.tape.nodeCount))
  let numbers = trainer.batch().map { $0.inputs.count + $0.targets.count }
  #expect(numbers.map { $0 * trainer.hyperparameters.microBatches } == need.batch)
  _ = trainer.firstReading()
  #expect(trainer.lookingTape.numbersInUse <= need.looking)
  #expect(trainer.lookingTape.numbersInUse >= need.looking * 7 / 10 - slack)
}

@Test func `the need grows with the batch, and not with the micro-batches of one size`() throws {
  let need = { (batch: Int, parts: Int) in
    try reckoned("story") { ($0.batchSize, $0.microBatches) = (batch, parts) }.need
  }
  #expect(try need(16, 1).bytes > need(8, 1).bytes)
  #expect(try need(64, 8).bytes == need(8, 1).bytes)
}

@Test func `a good loop never meets the limit of kept graphs, however large its batch`() throws {
  let trainer = try smallStory { ($0.batchSize, $0.microBatches) = (64, 1) }
  trainer.graphLimit.numbers = 1000
  let reports = trainer.make(steps: 4)
  let report = trainer.evaluate()
  #expect(trainer.tape.numbersInUse > 100_000)
  #expect(trainer.exhaustion == nil && reports.failures.isEmpty)
  #expect(report.batches == 2)
  #expect(reports.updates.allSatisfy { $0.updateNorm.told > 0 })
}

@Test func `what was let go of for another run is made again bit for bit`() throws {
  let (resting, other) = (try smallStory(), try smallStory())
  for trainer in [resting, other] { trainer.make(steps: 2) }
  resting.releaseMemory()
  #expect(resting.tape.numbersInUse == 0)
  #expect(resting.batch() == other.batch())
  for trainer in [resting, other] { trainer.make(steps: 2) }
  #expect(resting.bits == other.bits)
}
