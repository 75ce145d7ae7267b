internal import Autograd
internal import Moves
internal import Testing

@testable internal import Training

private func gradients(_ trainer: Trainer) -> [Float] {
  while trainer.nextMove.move != .clip { _ = trainer.advance() }
  return Array(trainer.parameters.gradients)
}

@Test func `four micro-batches leave the gradients of the whole batch`() throws {
  let whole = try smallStory { ($0.batchSize, $0.microBatches, $0.dropout) = (8, 1, 0) }
  let parts = try smallStory { ($0.batchSize, $0.microBatches, $0.dropout) = (8, 4, 0) }
  for (a, b) in zip(gradients(whole), gradients(parts)) {
    #expect(areClose(Double(b), Double(a), 2e-6))
  }
}
