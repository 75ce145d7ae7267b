internal import Autograd
internal import Moves
internal import Testing

@testable internal import Training

/// A loop put together by hand, and how often in five steps what its signs count has happened,
/// worked out by hand.
struct HandLoop: Sendable, CustomTestStringConvertible {
  var moves: [Move]
  var counts: [(kind: Sign.Kind, count: Int?)]
  /// Backward passes that were made, where a sign names them.
  var backwards: Int?

  init(
    _ moves: [Move], _ counts: [(kind: Sign.Kind, count: Int?)], of backwards: Int? = nil
  ) {
    (self.moves, self.counts, self.backwards) = (moves, counts, backwards)
  }

  var testDescription: String { moves.map(\.name).joined(separator: ",") }

  static let all = [
    // The second pass of each step adds to used gradients; the next zero_grad wipes the sum unused.
    // The last sum still stands.
    HandLoop(
      [.zeroGrad, .forward, .backward, .clip, .step, .forward, .backward],
      [(.gradientsPartlyWiped, 4)]),
    HandLoop(
      [.zeroGrad, .forward, .backward, .step, .forward, .backward],
      [(.gradientsPartlyWiped, 4), (.notClipped, nil)]),
    // All but the very first backward add to what a step has used, and a step uses the sum.
    HandLoop(
      [.forward, .backward, .step, .forward, .backward],
      [(.gradientsPileUp, 9), (.notClipped, nil)], of: 10),
    // In step 1 both passes belong to one update; from step 2 on both add to used gradients.
    HandLoop(
      [.forward, .backward, .clip, .forward, .backward, .step],
      [(.gradientsPileUp, 8), (.clippedTooEarly, 5)], of: 10),
    // Only the first clip finds no gradients; all others measure before the backward of their step.
    HandLoop(
      [.clip, .forward, .backward, .step, .forward, .backward],
      [(.gradientsPileUp, 9), (.clippedNothing, 1), (.clippedTooEarly, 5)], of: 10),
    // The first step of each five uses what no clip has measured; the second, what clip has just met.
    HandLoop(
      [.zeroGrad, .forward, .backward, .step, .clip, .step],
      [(.gradientsReused, 5), (.clippedTooLate, 5)]),
    HandLoop(
      [.zeroGrad, .forward, .backward, .clip, .step, .forward], [(.forwardUnused, 5)]),
    HandLoop(
      [.zeroGrad, .forward, .forward, .backward, .forward, .clip, .step], [(.forwardUnused, 10)]),
    HandLoop([.zeroGrad, .forward, .backward, .clip, .step, .backward], [(.raised, 5)]),
    HandLoop(
      [.zeroGrad, .forward, .backward, .step, .backward, .forward],
      [(.raised, 5), (.forwardUnused, 5), (.notClipped, nil)]),
    // Each step uses the loss of the forward before it, and the first has none.
    HandLoop([.backward, .clip, .step, .zeroGrad, .forward], [(.raised, 1)]),
    // What zero_grad wipes here was used before.
    HandLoop([.zeroGrad, .forward, .backward, .clip, .step, .zeroGrad], []),
    HandLoop(
      [.forward, .backward, .zeroGrad, .forward, .backward, .clip, .step],
      [(.gradientsPartlyWiped, 5)]),
  ]
}

@Test(arguments: HandLoop.all)
func `the signs of a loop put together by hand count what was done`(loop: HandLoop) throws {
  let trainer = try line(Recipe(moves: loop.moves))
  var evidence = Evidence(of: trainer.facts)
  for report in trainer.make(steps: 5) { evidence.take(report) }
  let signs = evidence.signs()
  #expect(signs.map(\.kind) == loop.counts.map(\.kind))
  for (sign, wanted) in zip(signs, loop.counts) {
    let figure = { (name: String) in sign.figures.first { $0.name == name }?.measure }
    if let count = wanted.count { #expect(figure("count") == .count(count), "\(sign.kind)") }
    if sign.kind == .gradientsPileUp {
      #expect(figure("backwards") == loop.backwards.map { .count($0) })
    }
  }
}
