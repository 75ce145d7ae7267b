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
    let (label, loss) = ("step \(made.step)", run.losses[step])
    let ours = Double(try #require(made.loss))
    #expect(abs(ours - loss) <= 2e-6 * max(1, loss), "loss of \(label)")
    #expect(abs(made.gradNorm - run.norms[step]) <= 1e-5 * run.norms[step], "norm of \(label)")
    #expect(abs(made.clipFactor - run.factors[step]) <= 1e-5, "factor of \(label)")
    #expect(abs(made.learningRate - run.rates[step]) <= 1e-12, "learning rate of \(label)")
  }
  expect(trainer, isAt: run.last, within: 1e-5, "after the last step")
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
  /// All moves of one step.
  fileprivate func step() -> StepSummary {
    while true {
      if let summary = advance().summary { return summary }
    }
  }
}
