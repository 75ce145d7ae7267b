internal import Canvas
internal import Moves

/// The help page: the keys, and the five moves in a sentence each.
struct HelpView {
  var glyphs: Glyphs
  var optimizer: Hyperparameters.Optimizer

  /// On this page: shows the first visit again.
  static let visitKey = Key.character("v")

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    frame.write("fivemoves: watch a neural network learn, one move at a time", x: 1, y: 0, .strong)
    frame.cursor = Frame.Place(x: 1, y: 0)
    var row = 2
    for guide in KeyGuide.all(ascii: glyphs == .ascii) {
      frame.write(guide.keys, x: 2, y: row, .key)
      frame.write(guide.long, x: 9, y: row)
      row += 1
    }
    row += height > 26 ? 1 : 0
    for move in Move.allCases {
      frame.write("\(move.number) \(move.name)", x: 2, y: row, .strong)
      for line in wrap(Self.meaning(of: move, optimizer), width: width - 17) {
        frame.write(line, x: 15, y: row)
        row += 1
      }
    }
    frame.write("q or esc closes this page, v walks through step 1", x: 2, y: height - 1, .dim)
    return frame
  }

  static func meaning(of move: Move, _ optimizer: Hyperparameters.Optimizer) -> String {
    switch move {
    case .zeroGrad: "wipes the old gradients: backward adds to what it finds"
    case .forward: "reads a batch and guesses; the loss says how wrong it was"
    case .backward: "finds each parameter's gradient: how the loss changes with it"
    case .clip: "shortens all gradients together if their norm is too long"
    case .step: meaning(of: optimizer)
    }
  }

  private static func meaning(of optimizer: Hyperparameters.Optimizer) -> String {
    switch optimizer {
    case .adamw: "AdamW moves parameters against their gradients' running means"
    case .sgd: "SGD moves each parameter against its gradient"
    }
  }
}
