internal import Autograd
internal import Moves
internal import Testing

@testable internal import Training

@Test(arguments: ["story", "line"], 0..<40)
func `a run restored at every move is bit for bit the run that never stopped`(
  lesson: String, number: Int
) throws {
  let recipe = number == 0 ? .correct : anyRecipe(UInt32(number))
  let make = { try lesson == "story" ? smallStory(recipe) { $0.dropout = 0.3 } : line(recipe) }
  let (alone, other) = (try make(), try make())
  var relay = try make()
  for move in 0..<24 {
    let snapshot = relay.snapshot()
    #expect(snapshot.fingerprint == alone.snapshot().fingerprint, "\(recipe) before move \(move)")
    // One that has gone its own way goes on as if it had not.
    _ = other.advance()
    other.restore(snapshot)
    let (report, again) = (bare(other.advance()), bare(alone.advance()))
    #expect(report == again, "\(recipe) at move \(move)")
    relay = try make()
    relay.restore(other.snapshot())
  }
}

/// Up to seven moves in any order.
private func anyRecipe(_ seed: UInt32) -> Recipe {
  var random = MersenneTwister(seed: seed)
  return Recipe(
    moves: (0...random.integer(below: 7)).map { _ in
      Move.allCases[random.integer(below: Move.allCases.count)]
    })
}

@Test func `a trainer that goes back makes the same moves again`() throws {
  let trainer = try smallStory { $0.dropout = 0.2 }
  var snapshots: [Snapshot] = []
  var reports: [MoveReport] = []
  for _ in 0..<30 {
    snapshots.append(trainer.snapshot())
    reports.append(bare(trainer.advance()))
  }
  for start in snapshots.indices.reversed() {
    trainer.restore(snapshots[start])
    #expect(trainer.snapshot().fingerprint == snapshots[start].fingerprint)
    for i in start..<min(start + 8, 30) { #expect(bare(trainer.advance()) == reports[i]) }
  }
}

@Test(arguments: [Hyperparameters.Optimizer.adamw, .sgd])
func `looking is the same after a restore`(optimizer: Hyperparameters.Optimizer) throws {
  let make = { try smallStory { $0.optimizer = optimizer } }
  let (alone, other) = (try make(), try make())
  alone.make(steps: 3)
  _ = alone.sample(length: 4)
  other.restore(alone.snapshot())
  #expect(other.evaluationIsDue)
  let (first, second) = (alone.evaluate(), other.evaluate())
  #expect(first.validationLoss == second.validationLoss && first.sample == second.sample)
  #expect(alone.sample(length: 9) == other.sample(length: 9))
  #expect(alone.nextMove == other.nextMove && alone.completedSteps == other.completedSteps)
}

@Test func `one changed bit anywhere gives another fingerprint`() throws {
  let trainer = try smallStory { $0.dropout = 0.1 }
  trainer.make(steps: 2)
  let snapshot = trainer.snapshot()
  let changes: [(inout Snapshot) -> Void] = [
    { $0.model.values[3] = $0.model.values[3].nextUp },
    { $0.model.gradients[3] = $0.model.gradients[3].nextUp },
    { $0.model.hasGradient[3] = false },
    { $0.optimizer.m[3] = $0.optimizer.m[3].nextUp },
    { $0.optimizer.v[3] = $0.optimizer.v[3].nextUp },
    { $0.optimizer.steps[3] += 1 },
    { _ = $0.random.batches.next() },
    { _ = $0.random.sampling.next() },
    { $0.random.dropout?.draws += 1 },
    { $0.completedSteps += 1 },
    { $0.clippedSteps += 1 },
    { $0.evaluationIsDue.toggle() },
    { $0.progress.position += 1 },
    { $0.live = nil },
  ]
  for (i, change) in changes.enumerated() {
    var changed = snapshot
    change(&changed)
    #expect(changed.fingerprint != snapshot.fingerprint, "change \(i)")
  }
}

@Test func `a snapshot takes four numbers a parameter and little more`() throws {
  let trainer = try smallStory()
  trainer.make(steps: 1)
  let floor = trainer.parameters.count * 16
  #expect(floor...floor + 10_000 ~= trainer.snapshot().byteCount)
}

/// A report without its times.
func bare(_ report: MoveReport) -> MoveReport {
  var report = report
  report.seconds = 0
  report.summary?.moveSeconds = []
  return report
}
