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
  }

  var stage: Stage
  /// As the last forward pass used them.
  var weight: Float
  var bias: Float

  var rows: [Row] { [heading, value, gradient, clipped, learningRate, change, new] }

  /// The names, and the rows that the live move is about.
  var liveRows: [Row] {
    switch stage.live?.move {
    case nil, .zeroGrad, .forward, .backward: [heading, value, gradient]
    case .clip: [heading, gradient, clipped]
    case .step: [heading, change, new]
    }
  }

  private var heading: Row { Row(name: "", weight: "weight", bias: "bias", isHeading: true) }

  private var value: Row {
    Row(
      name: "value", weight: Self.figure(weight), bias: Self.figure(bias),
      isLive: stage.live?.move == .forward)
  }

  /// Before the first backward of the step there is none.
  private var gradient: Row {
    row("gradient", of: .backward, missing: "None") { $0.gradient.map(Self.figure) ?? "None" }
  }

  private var clipped: Row {
    row("after clip", of: .clip, missing: "") { $0.gradient.map(Self.figure) ?? "None" }
  }

  private var learningRate: Row {
    guard let update else { return Row(name: "learning rate", weight: "", bias: "") }
    let rate =
      update.learningRate < 100
      ? Figures.factor(update.learningRate) : Figures.scientific(update.learningRate)
    return Row(name: "learning rate", weight: rate, bias: rate, isLive: isLive(.step))
  }

  private var change: Row { life("change") { Self.signed($0.change) } }
  private var new: Row { life("new value") { Self.figure($0.new) } }

  private func row(
    _ name: String, of move: Move, missing: String, _ text: (WatchedParameter) -> String
  ) -> Row {
    let report = stage.latest[move].flatMap { $0.step == stage.step ? $0 : nil }
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
    guard let report = stage.latest[.step], report.step == stage.step,
      case .step(let update) = report.outcome
    else { return nil }
    return update
  }

  private func isLive(_ move: Move) -> Bool { stage.live?.move == move }

  /// "-1.5250": four decimals, so that small steps show; never rounded to nothing.
  static func figure(_ value: Float) -> String {
    let size = abs(value)
    guard value.isFinite, size < 1000, size == 0 || size >= 0.00005 else {
      return Figures.plain(Double(value))
    }
    return Figure.fixed(Double(value), decimals: size < 100 ? 4 : 1)
  }

  static func signed(_ value: Float) -> String { (value > 0 ? "+" : "") + figure(value) }
}
