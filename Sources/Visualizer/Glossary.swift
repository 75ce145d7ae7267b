internal import Moves

/// The words in the order they are shown, and how far a person has scrolled.
struct Glossary: Sendable, Equatable {
  private(set) var move = Move.zeroGrad
  private(set) var first = 0

  /// The move's own words, then the others in the order of the moves; those of the optimizer in use
  /// before those of the others.
  func words(_ optimizer: Hyperparameters.Optimizer?) -> [Word] {
    Word.of(move, optimizer) + Word.inOrder(Word.all.filter { $0.move != move }, optimizer)
  }

  /// While a person reads on, the order stays as it is.
  mutating func follow(_ live: Move) {
    if first == 0 { move = live }
  }

  mutating func show(_ move: Move, from first: Int) {
    self.move = move
    self.first = min(max(first, 0), Word.all.count - 1)
  }

  mutating func scroll(by change: Int) {
    first = min(max(first + change, 0), Word.all.count - 1)
  }
}
