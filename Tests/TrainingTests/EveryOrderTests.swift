internal import Autograd
internal import Moves
internal import Testing

@testable internal import Training

/// The signs of a short run.
private func signs(of trainer: Trainer, steps: Int) -> [Sign.Kind] {
  var evidence = Evidence(of: trainer.facts)
  for report in trainer.make(steps: steps) { evidence.take(report) }
  return evidence.signs().map(\.kind)
}

/// The five moves in every order, and with any of them left out.
private let orders: [[Move]] = {
  var orders: [[Move]] = [[]]
  var longest: [[Move]] = [[]]
  for _ in Move.allCases {
    longest = longest.flatMap { moves in
      Move.allCases.filter { !moves.contains($0) }.map { moves + [$0] }
    }
    orders += longest
  }
  return orders.filter { !$0.isEmpty }
}()

/// zero_grad may also stand last: the next step then begins with none.
private let good: [[Move]] = [
  Recipe.correct.moves, [.forward, .backward, .clip, .step, .zeroGrad],
]

@Test func `every order of the moves shows the signs that were expected of it`() throws {
  #expect(orders.count == 325)
  for moves in orders {
    let trainer = try line(Recipe(moves: moves)) { $0.microBatches = 2 }
    let chosen = trainer.hyperparameters
    let expected = trainer.facts.recipe.expectedSigns(chosen, isDeep: false)
    #expect(signs(of: trainer, steps: 3) == expected, "\(moves)")
    #expect(expected.isEmpty == good.contains(moves), "\(moves): \(expected)")
  }
}

@Test func `so do recipes with moves repeated`() throws {
  var random = MersenneTwister(seed: 11)
  for _ in 0..<300 {
    let moves = (0..<random.integer(below: 4) + 4).map { _ in
      Move.allCases[random.integer(below: 5)]
    }
    let trainer = try line(Recipe(moves: moves))
    let chosen = trainer.hyperparameters
    let expected = trainer.facts.recipe.expectedSigns(chosen, isDeep: false)
    #expect(signs(of: trainer, steps: 3) == expected, "\(moves)")
  }
}

@Test func `so does a network of many layers`() throws {
  var random = MersenneTwister(seed: 12)
  for _ in 0..<25 {
    let moves = (0..<random.integer(below: 4) + 3).map { _ in
      Move.allCases[random.integer(below: 5)]
    }
    let trainer = try smallStory(Recipe(moves: moves))
    let expected = trainer.facts.recipe.expectedSigns(trainer.hyperparameters)
    #expect(signs(of: trainer, steps: 3) == expected, "\(moves)")
  }
}
