internal import Moves

extension Sentence {
  /// What a move is for, short enough to be read in the blink that it stays lit.
  static func brief(_ move: Move) -> String {
    switch move {
    case .zeroGrad: "Old gradients are wiped."
    case .forward: "The network reads and guesses."
    case .backward: "Each parameter gets its gradient."
    case .clip: "A gradient that is too long is shortened."
    case .step: "The parameters change a little."
    }
  }
}
