internal import Canvas
internal import Moves

/// Weight and bias of `line` through one step: what each was, its gradient before and after
/// clipping, how far it went, what it is now.
struct LineLife {
  struct Row: Equatable {
    var name: String
    var weight: String
    var bias: String
    var isHeading = false
    var isLive = false
    /// The live move reads it and leaves it as it is.
    var isRead = false
  }

  var stage: Stage
  /// What was read last, and with which line.
  ///
  /// All rows are of the step that read it, until the next step reads.
  var reading: LineReading
  var glyphs: Glyphs

  var rows: [Row] { [heading, value, gradient, formula, clipped, change, new] }

  /// The names, and the rows that the live move is about.
  var liveRows: [Row] {
    switch stage.step == step ? stage.live?.move : nil {
    case nil, .zeroGrad, .forward, .backward: [heading, value, gradient, formula]
    case .clip: [heading, gradient, clipped]
    case .step: [heading, change, new]
    }
  }

  private var heading: Row { Row(name: "", weight: "weight", bias: "bias", isHeading: true) }

  /// The step that read the points; before the first reading, the one in progress.
  private var step: Int { stage.readingStep > 0 ? stage.readingStep : stage.step }

  /// As the forward pass used them; before the first, as they are.
  private var value: Row {
    let isRead = stage.live == nil || stage.readingStep > 0
    let now = stage.live?.watched.map(\.value) ?? []
    let values = isRead || now.count != 2 ? [reading.weight, reading.bias] : now
    return Row(
      name: "value", weight: shown(values[0]), bias: shown(values[1]),
      isLive: isLive(.forward), isRead: true)
  }

  /// Before the first backward of the step there is none.
  private var gradient: Row {
    var row = row("gradient", of: .backward, missing: "None") {
      $0.gradient.map(Self.figure) ?? "None"
    }
    guard let derived else { return row }
    (row.weight, row.bias) = derived
    return row
  }

  /// What the gradient is, where nothing else is in it.
  private var formula: Row {
    let isMade = stage.latest[.backward]?.step == step
    guard !isMade || derived != nil else { return Row(name: "", weight: "", bias: "") }
    return Row(
      name: "= 2\(glyphs.dot)mean of", weight: "error\(glyphs.dot)x", bias: "error",
      isHeading: true)
  }

  /// Both gradients, if this backward began with none and its whole batch is on the screen.
  private var derived: (weight: String, bias: String)? {
    guard let made = stage.latest[.backward], made.step == step,
      case .backward(let report) = made.outcome, report.gradientsBefore == 0, report.divisor == 1,
      stage.readingStep == step, made.watched.count == 2,
      let weight = made.watched[0].gradient, let bias = made.watched[1].gradient
    else { return nil }
    return LineGradient(points: reading.points).texts(weight: weight, bias: bias)
  }

  /// What was not clipped is the same figure.
  private var clipped: Row {
    var row = row("after clip", of: .clip, missing: "") {
      $0.gradient.map(Self.figure) ?? "None"
    }
    if let derived, !row.weight.isEmpty, isKept { (row.weight, row.bias) = derived }
    return row
  }

  private var isKept: Bool {
    guard case .clip(let report) = stage.latest[.clip]?.outcome else { return false }
    return report.factor == 1
  }

  /// With the rate that it was made at.
  private var change: Row {
    let rate = update.map { ", lr \(Figures.rate($0.learningRate))" } ?? ""
    return life("change\(rate)") { ($0.change > 0 ? "+" : "") + shown($0.change) }
  }

  private var new: Row { life("new value") { shown($0.new) } }

  /// What takes part in value + change = new value.
  private func shown(_ value: Float) -> String {
    decimals.map { Figure.fixed(Double(value), decimals: $0) } ?? Self.figure(value)
  }

  /// So many that the sums come out as they are printed; nil where they may not.
  private var decimals: Int? {
    guard let lives = update?.watched else { return nil }
    return [4, 5, 3, 2].first { decimals in lives.allSatisfy { Self.addsUp($0, decimals) } }
  }

  private static func addsUp(_ life: ParameterLife, _ decimals: Int) -> Bool {
    let texts = [life.old, life.change, life.new].map {
      Figure.fixed(Double($0), decimals: decimals)
    }
    let values = texts.compactMap(Double.init)
    guard values.count == 3, values.allSatisfy({ abs($0) < 100 }), values[1] != 0 else {
      return false
    }
    return Figure.fixed(values[0] + values[1], decimals: decimals) == texts[2]
  }

  private func row(
    _ name: String, of move: Move, missing: String, _ text: (WatchedParameter) -> String
  ) -> Row {
    let report = stage.latest[move].flatMap { $0.step == step ? $0 : nil }
    let texts = (report?.watched ?? []).map(text)
    guard texts.count == 2 else { return Row(name: name, weight: missing, bias: missing) }
    return Row(name: name, weight: texts[0], bias: texts[1], isLive: isLive(move))
  }

  private func life(_ name: String, _ text: (ParameterLife) -> String) -> Row {
    guard let lives = update?.watched, lives.count == 2 else {
      return Row(name: name, weight: "", bias: "")
    }
    return Row(name: name, weight: text(lives[0]), bias: text(lives[1]), isLive: isLive(.step))
  }

  private var update: UpdateReport? {
    guard let report = stage.latest[.step], report.step == step,
      case .step(let update) = report.outcome
    else { return nil }
    return update
  }

  private func isLive(_ move: Move) -> Bool {
    stage.live?.move == move && stage.step == step
  }

  /// "-1.5250": four decimals, so that small steps show; never rounded to nothing.
  static func figure(_ value: Float) -> String {
    let size = abs(value)
    guard value.isFinite, size < 1000, size == 0 || size >= 0.00005 else {
      return Figures.plain(Double(value))
    }
    return Figure.fixed(Double(value), decimals: size < 100 ? 4 : 1)
  }
}
