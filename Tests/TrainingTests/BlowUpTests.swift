internal import Autograd
internal import Foundation
internal import Moves
internal import Testing

@testable internal import Training

/// A small GPT that a far too high learning rate throws about.
private func thrown(_ rate: Double, maxNorm: Double = 1) throws -> Trainer {
  try smallStory {
    ($0.dropout, $0.warmup, $0.maxNorm) = (0, 0, maxNorm)
    ($0.learningRate, $0.minLearningRate) = (rate, rate)
  }
}

@Test func `a blown up GPT's loss is about what PyTorch finds in double precision`() throws {
  let losses = try thrown(1e5).make(steps: 4).compactMap { $0.summary?.loss }
  // From the same parameters and batches; in single precision PyTorch's is NaN from step 3 on.
  let wanted: [Double] = [4.385_419, 7.128_706e10, 7.332_25e14, 4.514_6e18]
  #expect(abs(Double(losses[1]) / wanted[1] - 1) < 1e-5)
  for (loss, wanted) in zip(losses, wanted) {
    #expect(abs(log2(Double(loss) / wanted)) < 2, "\(loss) for \(wanted)")
  }
}

@Test(arguments: [1e3, 1e4, 1e6, 1e7])
func `a blown up GPT's loss is never that of blind guessing`(_ rate: Double) throws {
  let losses = try thrown(rate).make(steps: 8).compactMap { $0.summary?.loss }
  #expect(losses.dropFirst().allSatisfy { !($0 < 1000) }, "\(losses)")
}

@Test func `a mean of squares that overflows stops the run where it would stand still`() throws {
  let parameters = smallParameters([1, 1, 0], gradients: [3e21, 0.5, 0.5])
  let record = UpdateRecord(of: parameters)
  var adamW = AdamW(Hyperparameters(), for: parameters)
  for i in 0..<2 { adamW.update(i, of: parameters, learningRate: 0.1, followedBy: record) }
  #expect(record.lostState == .infinity)
  var report = UpdateReport(
    learningRate: 0.1, nextLearningRate: 0.1, updateNorm: record.norms.update, parameterNorm: 1,
    updated: 2, skipped: 0, largestMover: nil, watched: [])
  report.lostSquare = record.lostState
  let move = MoveReport(
    step: 1, planned: PlannedMove(move: .step, microBatch: 1, microBatches: 1, index: 0),
    position: 0, moveCount: 1, learningRate: 0.1, seconds: 0,
    outcome: .step(report))
  let lost = try #require(move.nonFinite)
  #expect(lost.name.contains("squared gradients") && lost.value == .infinity)
}

@Test func `without clipping, no step stands still before a figure that is no number is told`()
  throws
{
  let reports = try thrown(1e5, maxNorm: 1e38).make(steps: 12)
  let lost = try #require(reports.firstIndex { $0.nonFinite != nil })
  let updates = Array(reports[..<lost]).updates
  #expect(updates.count >= 2)
  // AdamW moves parameters by about the rate, however large their gradients are.
  #expect(updates.allSatisfy { $0.updateNorm.told > 1e4 })
}
