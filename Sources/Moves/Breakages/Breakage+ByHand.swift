extension Breakage {
  /// How many moves a loop that is put together by hand may have.
  public static let mostMoves = 6

  /// A loop of these moves, put together by hand; nil for none or too many.
  public static func byHand(_ moves: [Move]) -> Breakage? {
    guard 1...mostMoves ~= moves.count else { return nil }
    let list = moves.map(\.name).joined(separator: ", ")
    let change = moves.count == 1 ? "The only move is now \(list)." : "The moves are now \(list)."
    return Breakage(
      moves.map(\.name).joined(separator: ","), change: change,
      look: "Watch the figures of each move, and what the next move does with them.",
      hidden: "The loss does not show that anything is wrong with this loop.",
      sign: nil
    ) { recipe, _ in recipe.moves = moves }
  }

  /// The moves of a name such as "forward,backward,step".
  static func byHand(named name: String) -> Breakage? {
    let words = name.split(separator: ",", omittingEmptySubsequences: false)
    let moves = words.compactMap { Move(rawValue: String($0)) }
    return moves.count == words.count ? byHand(moves) : nil
  }

  /// Whether it is on no list.
  public var isByHand: Bool { !Self.all.contains(self) }

  /// What will go wrong, in the order it is told, found without running it.
  /// - Parameters:
  ///   - facts: of the run before the mistake is made.
  ///   - start: the training steps that are complete when it is made.
  public func expectedSigns(in facts: RunFacts, from start: Int) -> [Sign.Kind] {
    guard let chosen = facts.hyperparameters else { return [] }
    let loop = loops(of: Loop(recipe: facts.recipe, hyperparameters: chosen)).broken
    let isDeep = Set(facts.tensors.map(\.layer)).count > 1
    let expected = loop.recipe.expectedSigns(
      loop.hyperparameters, isDeep: isDeep, hasGradients: start > 0)
    return sign.map { expected.contains($0) ? expected : [$0] } ?? expected
  }
}
