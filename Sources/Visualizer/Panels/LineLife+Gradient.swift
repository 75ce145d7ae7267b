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
    if let derived { (row.weight, row.bias) = derived.gradient.pair }
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

  /// What the gradient is the sum of, and how the last share follows from the errors; nothing where
  /// that does not come out.
  var formula: [Row] {
    guard let made = report(.backward) else {
      return gradient.weight == "None" ? [meanOfErrors("will be")] : []
    }
    guard let before else { return derived == nil ? [] : [meanOfErrors("=")] }
    let sum = row(of: before, "= \(nameOfBefore(made))")
    guard let share = derived?.share else { return [sum] }
    let name = made.planned.isOfPart ? "part \(made.planned.microBatch)" : "this batch's"
    return [
      sum, Row(name: "+ \(name)", weight: share[0], bias: share[1]), meanOfErrors("  ="),
    ]
  }

  /// What is in the gradient from before, where its sum is not shown.
  var beforeAlone: Row? {
    guard let made = report(.backward), let before else { return nil }
    return row(of: before, "  \(nameOfBefore(made))")
  }

  private func row(of before: [Float], _ name: String) -> Row {
    let texts = derived?.before ?? before.map(Self.figure)
    return Row(name: name, weight: texts[0], bias: texts[1])
  }

  private func meanOfErrors(_ sign: String) -> Row {
    let parts = divisor > 1 ? "\(glyphs.divided)\(divisor)" : ""
    return Row(
      name: "\(sign) 2\(glyphs.dot)mean\(parts) of", weight: "error\(glyphs.dot)x", bias: "error",
      isHeading: true)
  }

  /// What was there when this backward began: of an earlier step, of the parts before, or of both.
  private func nameOfBefore(_ made: MoveReport) -> String {
    let part = made.planned.microBatch
    guard stage.holdsOldGradient else { return part > 1 ? "before part \(part)" : "pass before" }
    return part == 1 ? "old gradient" : part == 2 ? "old + part 1" : "old + parts 1-\(part - 1)"
  }

  /// The gradients that the last backward added to, where the move before it told of them.
  private var before: [Float]? {
    guard let made = report(.backward), let backward = made.backward,
      backward.gradientsBefore > 0, let forward = report(.forward),
      forward.position + 1 == made.position, forward.watched.count == 2
    else { return nil }
    return forward.watched.map { $0.gradient ?? 0 }
  }

  /// Both gradients as they follow from the errors, if what they began with is known and the points
  /// on the screen are those of this backward.
  private var derived: LineGradient.Texts? {
    guard let made = report(.backward), let backward = made.backward,
      backward.divisor == divisor, backward.gradientsBefore == 0 || before != nil,
      let forward = report(.forward), forward.position < made.position, stage.readingStep == step,
      made.watched.count == 2
    else { return nil }
    let gradients = made.watched.compactMap(\.gradient)
    guard gradients.count == 2 else { return nil }
    return LineGradient(points: reading.points, divisor: divisor)
      .texts(gradients: gradients, before: before)
  }

  /// What was not clipped is the same figure.
  var clipped: Row {
    var row = row("after clip", of: .clip, missing: "", Self.gradient)
    if let derived, !row.weight.isEmpty, isKept { (row.weight, row.bias) = derived.gradient.pair }
    return row
  }

  private var isKept: Bool { report(.clip)?.clip?.factor == 1 }
}

extension [String] {
  /// Weight's and bias's.
  fileprivate var pair: (String, String) { (self[0], self[1]) }
}
