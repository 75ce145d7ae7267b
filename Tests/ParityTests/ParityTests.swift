internal import Moves
internal import Testing
internal import Training

@Test(arguments: PyTorchRun.all)
func `twenty steps go as PyTorch's`(run: PyTorchRun) throws {
  let trainer = try run.trainer()
  expect(trainer, isAt: run.initial, within: 1e-8, "before the first step")
  try #require(run.losses.count == 20)
  for step in 0..<run.losses.count {
    let made = trainer.step()
    try #require(
      abs(mark(made.batches) - run.batches[step]) <= 1e-3,
      "step \(step + 1) reads other data than PyTorch did; PyTorch/parity.py makes new figures")
    try compare(made.summary, with: run, at: step)
  }
  expect(trainer, isAt: run.last, within: 1e-5, "after the last step")
}

private func compare(_ made: StepSummary, with run: PyTorchRun, at step: Int) throws {
  let label = "step \(made.step)"
  #expect(isClose(try #require(made.loss), run.losses[step]), "loss of \(label)")
  #expect(made.microLosses.count == run.microLosses[step].count)
  for (ours, loss) in zip(made.microLosses, run.microLosses[step]) {
    #expect(isClose(ours, loss), "loss of a micro-batch of \(label)")
  }
  let (norm, update) = (try #require(made.gradNorm), try #require(made.updateNorm))
  let (factor, rate) = (try #require(made.clipFactor), try #require(made.learningRate))
  #expect(abs(norm - run.norms[step]) <= 1e-5 * run.norms[step], "norm of \(label)")
  #expect(abs(factor - run.factors[step]) <= 1e-5, "factor of \(label)")
  #expect(made.clipped == (run.factors[step] < 1), "whether \(label) was clipped")
  #expect(abs(rate - run.rates[step]) <= 1e-12, "learning rate of \(label)")
  #expect(abs(update - run.updates[step]) <= 1e-5 * run.updates[step], "update of \(label)")
}

private func isClose(_ ours: Float, _ loss: Double) -> Bool {
  abs(Double(ours) - loss) <= 2e-6 * max(1, loss)
}

@Test
func `the runs are of every lesson, clipped and not, of both optimizers, with decay and without`() {
  let runs = PyTorchRun.all
  let settings = { (name: String) in Set(runs.compactMap { $0.settings[name] }) }
  #expect(Set(runs.map { $0.lesson }) == Set(Lessons.all.map { $0.name }))
  #expect(settings("optimizer") == ["adamw", "sgd"])
  #expect(settings("weight_decay").isSuperset(of: ["0.0", "0.1"]))
  #expect(settings("micro_batches").isSuperset(of: ["1", "2", "4"]))
  #expect(runs.contains { run in run.factors.allSatisfy { $0 == 1 } })
  #expect(runs.contains { run in run.factors.allSatisfy { $0 < 1 } })
  #expect(settings("width").contains("20") && settings("context").contains("7"))
}

private func expect(
  _ trainer: Trainer, isAt kept: PyTorchRun.Kept, within bar: Double, _ moment: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let values = trainer.snapshot().model.values
  let ours = stride(from: 0, to: values.count, by: kept.stride).map { Double(values[$0]) }
  #expect(ours.count == kept.values.count, sourceLocation: sourceLocation)
  let gap = zip(ours, kept.values).map { abs($0 - $1) }.max() ?? .infinity
  #expect(gap <= bar, "parameters \(moment)", sourceLocation: sourceLocation)
}

extension Trainer {
  /// All moves of one step, and the numbers of its micro-batches in the order they were read.
  fileprivate func step() -> (summary: StepSummary, batches: [Double]) {
    var numbers: [Double] = []
    while true {
      let report = advance()
      if report.move == .forward, let batch = batch() {
        numbers += batch.inputs.numbers + batch.targets.numbers
      }
      if let summary = report.summary { return (summary, numbers) }
    }
  }
}

extension BatchNumbers {
  fileprivate var numbers: [Double] {
    switch values {
    case .whole(let numbers): numbers.map(Double.init)
    case .real(let numbers): numbers.map(Double.init)
    }
  }
}

/// One number by which a list is known again, exactly where its numbers are whole.
private func mark(_ numbers: [Double]) -> Double {
  numbers.enumerated().reduce(0) { $0 + Double($1.offset % 97 + 1) * $1.element }
}
