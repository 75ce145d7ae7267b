internal import Moves

/// Which words stand first.
extension Word {
  static func of(_ move: Move, _ optimizer: Hyperparameters.Optimizer?) -> [Word] {
    inOrder(all.filter { $0.move == move }, optimizer)
  }

  /// Words of the optimizer in use stand before those of the others.
  static func inOrder(_ words: [Word], _ optimizer: Hyperparameters.Optimizer?) -> [Word] {
    guard let place = words.firstIndex(where: { $0.optimizer != nil }) else { return words }
    let own = words.filter { $0.optimizer != nil && $0.optimizer == optimizer }
    let others = words.filter { $0.optimizer != nil && $0.optimizer != optimizer }
    return words[..<place] + own + others + words[place...].filter { $0.optimizer == nil }
  }
}
