internal import Canvas
internal import Moves
internal import Notation

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
  /// What the loop divides each part's loss by.
  var divisor = 1

  /// In the order in which the loop makes them.
  var rows: [Row] { rows(formula) }

  /// Without the sum that a gradient is, where it is one.
  var fewerRows: [Row] {
    rows(formula.count > 1 ? [beforeAlone].compactMap(\.self) : formula)
  }

  var fewestRows: [Row] { rows([]) }

  private func rows(_ formula: [Row]) -> [Row] {
    isUpdatedFirst
      ? [heading, value] + update(after: value) + [gradient] + formula + [clipped]
      : [heading, value, gradient] + formula + [clipped] + update(after: value)
  }

  /// The names, and the rows that the live move is about.
  var liveRows: [Row] {
    if laterUpdate != nil { return [heading, value, clipped] + update(after: value) }
    return switch stage.step == step ? stage.live?.move : nil {
    case .backward where isUpdatedFirst: [heading, gradient] + formula
    case nil, .zeroGrad, .forward, .backward: [heading, value, gradient] + formula
    case .clip: [heading, gradient, clipped]
    case .step: [heading] + update(after: value)
    }
  }

  private var heading: Row { Row(name: "", weight: "weight", bias: "bias", isHeading: true) }

  /// The step that read the points; before the first reading, the one in progress.
  var step: Int { stage.readingStep > 0 ? stage.readingStep : stage.step }

  /// The report of a move of that step.
  func report(_ move: Move) -> MoveReport? {
    stage.latest[move].flatMap { $0.step == step ? $0 : nil }
  }

  /// Whether the update came before the points were read, with what it made of the parameters.
  private var isUpdatedFirst: Bool {
    guard laterUpdate == nil, let update = report(.step), let forward = report(.forward) else {
      return false
    }
    return update.position < forward.position
  }

  /// The update of the step in progress, which begins with it and has read nothing yet: it used what
  /// the step before found from these points.
  private var laterUpdate: MoveReport? {
    guard let made = stage.latest[.step], made.step == step + 1, made.step == stage.step,
      stage.readingStep == step, stage.latest[.forward]?.step == step
    else { return nil }
    return made
  }

  /// As the forward pass used them, or where the update comes first, as it found them; before the
  /// first, as they are.
  private var value: Row {
    let isRead = stage.live == nil || stage.readingStep > 0
    let now = stage.live?.watched.map(\.value) ?? []
    var values = isRead || now.count != 2 ? [reading.weight, reading.bias] : now
    if isUpdatedFirst, let found { values = found }
    return Row(
      name: "value", weight: shown(values[0], of: 0), bias: shown(values[1], of: 1),
      isLive: isLive(.forward) && !isUpdatedFirst, isRead: true)
  }

  /// The parameters as the update found them.
  private var found: [Float]? {
    guard let lives = update?.watched, lives.count == 2 else { return nil }
    return lives.map(\.old)
  }

  /// Change and new value; before them what the update found, where that is not in the row of the
  /// value, as after another update in the same step.
  private func update(after value: Row) -> [Row] {
    let found = life("found by step") { shown($0.old, of: $1) }
    let isElsewhere =
      !found.weight.isEmpty
      && (found.weight, found.bias) != (value.weight, value.bias)
    let later = laterUpdate.map { Row(name: "then step \($0.step):", weight: "", bias: "") }
    return [later].compactMap(\.self) + (isElsewhere ? [found] : []) + [change, new]
  }

  /// With the rate that it was made at.
  private var change: Row {
    let rate = update.map { ", lr \(Figures.rate($0.learningRate))" } ?? ""
    return life("change\(rate)") {
      ($0.change > 0 ? "+" : "") + shown($0.change, of: $1)
    }
  }

  private var new: Row { life("new value") { shown($0.new, of: $1) } }

  /// What takes part in value + change = new value.
  private func shown(_ value: Float, of parameter: Int) -> String {
    decimals(of: parameter).map { Figure.fixed(Double(value), decimals: $0) }
      ?? Self.figure(value)
  }

  /// So many that the sum comes out as it is printed; nil where it may not.
  private func decimals(of parameter: Int) -> Int? {
    guard let lives = update?.watched, lives.count == 2 else { return nil }
    return [4, 5, 6, 3, 2].first { Self.addsUp(lives[parameter], $0) }
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

  func row(
    _ name: String, of move: Move, missing: String, _ text: (WatchedParameter) -> String
  ) -> Row {
    let texts = (report(move)?.watched ?? []).map(text)
    guard texts.count == 2 else { return Row(name: name, weight: missing, bias: missing) }
    return Row(name: name, weight: texts[0], bias: texts[1], isLive: isLive(move))
  }

  private func life(_ name: String, _ text: (ParameterLife, Int) -> String) -> Row {
    guard let lives = update?.watched, lives.count == 2 else {
      return Row(name: name, weight: "", bias: "")
    }
    return Row(
      name: name, weight: text(lives[0], 0), bias: text(lives[1], 1), isLive: isLive(.step))
  }

  private var update: UpdateReport? { (laterUpdate ?? report(.step))?.update }

  private func isLive(_ move: Move) -> Bool {
    stage.live?.move == move && (stage.step == step || move == .step && laterUpdate != nil)
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
