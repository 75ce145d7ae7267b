import Autograd

/// How many numbers a pass has in use, reckoned before anything is made of it: what each operation of
/// `GPT.logits` and the loss after it makes and keeps.
extension GPTShape {
  /// How many numbers its parameters are.
  public var parameterCount: Int { parameters.reduce(0) { $0 + $1.count } }

  /// A pass with its way back.
  /// - Parameters:
  ///   - sequences: how many are read at once, each `context` long.
  ///   - drops: whether dropout falls.
  public func numbersOfTraining(sequences: Int, drops: Bool) -> Int {
    let rows = sequences * context
    let dropped = drops ? 1 : 0
    // Its inputs and results, GELU's slopes, and where dropout falls the sums apart from the products.
    let layer = 16 + 4 * dropped
    // The gradients that are there at once on the way back: of the residual, and of one layer.
    let back = 9 + 2 * dropped
    let wide = 2 + dropped + layers * layer + back
    return rows * (wide * width + 3 * vocabulary) + shared(rows, sequences)
  }

  /// A pass under `eval()` and `no_grad()`.
  public func numbersOfLooking(sequences: Int) -> Int {
    let rows = sequences * context
    return rows * ((2 + layers * 12) * width + 2 * vocabulary) + shared(rows, sequences)
  }

  /// What each thread takes beside, for attention.
  public var numbersOfThread: Int { 2 * context * context }

  /// Attention's weights, layer norm's means, and the gaps in between.
  private func shared(_ rows: Int, _ sequences: Int) -> Int {
    let attention = sequences * heads * context * context
    return layers * attention + rows * (4 * layers + 2) + 32 * (20 * layers + 24)
  }
}
