internal import Canvas
internal import Moves

/// The gradients of both parameters, and how they came about.
extension LineLife {
  /// As the last backward of the step left it: with several micro-batches, their sum so far.
  var gradient: Row {
    guard let made = report(.backward) else { return oldGradient }
    let wiped = report(.zeroGrad).map { $0.position > made.position } ?? false
    let name = wiped ? "gradient (wiped)" : made.planned.isOfPart ? "gradient so far" : "gradient"
    var row = row(name, of: .backward, missing: "None", Self.gradient)
    if let derived { (row.weight, row.bias) = derived }
    return row
  }

  /// Before the first backward of the step there is none, unless an earlier step has left one.
  private var oldGradient: Row {
    let watched = stage.live?.step == step ? stage.live?.watched ?? [] : []
    guard watched.count == 2, watched.contains(where: { $0.gradient != nil }) else {
      return Row(name: "gradient", weight: "None", bias: "None")
    }
    return Row(
      name: "old gradient", weight: Self.gradient(watched[0]), bias: Self.gradient(watched[1]))
  }

  private static func gradient(_ watched: WatchedParameter) -> String {
    watched.gradient.map(figure) ?? "None"
  }

  /// What the gradient is, where nothing else is in it; else the part of it that was there before.
  var formula: Row {
    if let before { return before }
    let isMade = report(.backward) != nil
    let isOld = !isMade && gradient.name != "gradient"
    guard !isMade && !isOld || derived != nil else { return Row(name: "", weight: "", bias: "") }
    return Row(
      name: "= 2\(glyphs.dot)mean of", weight: "error\(glyphs.dot)x", bias: "error",
      isHeading: true)
  }

  /// The gradient that the last backward added to, where the move before it told of it.
  private var before: Row? {
    guard let made = report(.backward), case .backward(let backward) = made.outcome,
      backward.gradientsBefore > 0, let forward = report(.forward),
      forward.position + 1 == made.position, forward.watched.count == 2
    else { return nil }
    let part = made.planned.microBatch
    return Row(
      name: part == 1 ? "  old one in it" : "  before part \(part)",
      weight: Self.gradient(forward.watched[0]), bias: Self.gradient(forward.watched[1]))
  }

  /// Both gradients, if this backward began with none and its whole batch is on the screen.
  private var derived: (weight: String, bias: String)? {
    guard let made = report(.backward),
      case .backward(let report) = made.outcome, report.gradientsBefore == 0, report.divisor == 1,
      stage.readingStep == step, made.watched.count == 2,
      let weight = made.watched[0].gradient, let bias = made.watched[1].gradient
    else { return nil }
    return LineGradient(points: reading.points).texts(weight: weight, bias: bias)
  }

  /// What was not clipped is the same figure.
  var clipped: Row {
    var row = row("after clip", of: .clip, missing: "", Self.gradient)
    if let derived, !row.weight.isEmpty, isKept { (row.weight, row.bias) = derived }
    return row
  }

  private var isKept: Bool {
    guard case .clip(let report) = report(.clip)?.outcome else { return false }
    return report.factor == 1
  }
}
