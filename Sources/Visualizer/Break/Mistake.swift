internal import Moves

/// What a move of a broken loop did wrong, in words that fit the sentence's place.
struct Mistake: Sendable {
  var recipe: Recipe
  var report: MoveReport
  /// Whether each backward pass of a step is of another loss, so that there is no mean to be had.
  var sumsLosses = false

  /// Nil where the move did what it does in a good loop.
  var words: String? {
    switch report.outcome {
    case .zeroGrad(let zeroGrad): words(zeroGrad)
    case .backward(let backward): words(backward)
    case .clip(let clip): words(clip)
    case .step(let update): words(update)
    case .forward, .failed: nil
    }
  }

  /// Where this move stands in the loop. A script's order is learned on the way: a move may have been
  /// told before it was known.
  private var place: Int {
    let told = report.planned.index
    if recipe.moves.indices.contains(told), recipe.moves[told] == report.move { return told }
    return recipe.moves.firstIndex(of: report.move) ?? 0
  }

  private var before: ArraySlice<Move> { recipe.moves.prefix(place) }

  /// Whether a move stands before this one in the loop.
  private func isAfter(_ move: Move) -> Bool { before.contains(move) }

  /// Whether a step stands before this move, with no backward between them.
  private var isAfterUse: Bool {
    before.lastIndex(of: .step).map { !before[$0...].contains(.backward) } ?? false
  }

  /// Whether backward stands before this move, and nothing wipes in between.
  private var isAfterFind: Bool {
    before.lastIndex(of: .backward).map { !before[$0...].contains(.zeroGrad) } ?? false
  }

  private func words(_ zeroGrad: ZeroGradReport) -> String? {
    guard zeroGrad.wiped > 0, isAfter(.backward) else { return nil }
    if isAfterUse {
      return
        "The gradients of this step (norm \(Figures.plain(zeroGrad.norm))) have been used, and "
        + "were wiped: the next step starts with none."
    }
    return "The gradients that backward has just found (norm \(Figures.plain(zeroGrad.norm))) were "
      + "wiped before step could use them. Each .grad is None."
  }

  private func words(_ backward: BackwardReport) -> String? {
    let planned = report.planned
    if backward.gradientsBefore > 0, planned.microBatch == 1 {
      let old = backward.normBefore.map { "Gradients of norm \(Figures.plain($0))" }
      return
        "\(old ?? "An earlier step's gradients") were still there, and backward "
        + "added its own to them. All gradients together: norm \(Figures.plain(backward.norm))."
    }
    guard backward.divisor == 1, planned.isOfPart, !sumsLosses, let parts = planned.microBatches
    else { return nil }
    return "Micro-batch \(planned.place): the loss was not divided "
      + "by \(parts), so that the parts add up to a sum and not to a mean. All "
      + "gradients together: norm \(Figures.plain(backward.norm))."
  }

  private func words(_ clip: ClipReport) -> String? {
    if clip.gradients == 0, clip.normBefore == 0 {
      return "There is no gradient to clip: the norm is 0, and nothing is shortened."
    }
    guard isAfter(.step) else { return nil }
    let found = ClipFigures(clip)
    let figures = "Their norm is \(found.before), the ceiling \(found.ceiling)."
    return isAfterUse
      ? "Too late: step has already used these gradients, unclipped. \(figures)"
      : "step ran before backward had found these gradients. \(figures)"
  }

  private func words(_ update: UpdateReport) -> String? {
    let comesEarly = recipe.moves.contains(.backward) && !isAfter(.backward)
    guard update.updated > 0 else {
      if isAfterFind {
        return
          "The optimizer changed nothing, though backward had found gradients: a loss scaler skips an "
          + "update whose gradients are not finite."
      }
      let why = comesEarly ? "Backward comes only after it." : "Nothing changed."
      return "No parameter has a gradient, so the optimizer skipped all of them. \(why)"
    }
    guard !isAfterUse else {
      return
        "step ran again on the same gradients: no backward has found new ones since the last step."
    }
    guard comesEarly else { return nil }
    return "step ran before backward: it used gradients of an earlier step."
  }
}
