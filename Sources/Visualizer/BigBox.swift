internal import Canvas
internal import Moves

/// One of the five boxes for the back row: its name, and one figure of this step with what it is; lit
/// as a whole.
struct BigBox {
  var slot: PipelineSlots.Slot
  var stage: Stage
  var glyphs: Glyphs

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    frame.box(
      x: 0, y: 0, width: width, height: height, title: "\(move.number)",
      role: isLive ? .strong : .dim, isDashed: slot.index == nil, glyphs: glyphs)
    let top = (height - 2) / 2
    let words = [top: move.name, top + 1: figure.value, top + 2: figure.name]
    for row in 1..<max(height - 1, 1) {
      frame.write(centred(words[row, default: ""], width - 2), x: 1, y: row, role(row == top + 1))
    }
    return frame
  }

  private var move: Move { slot.move }
  private var isLive: Bool {
    stage.live?.move == move && stage.live?.planned.index == slot.index && stage.detour == .none
  }

  /// What an earlier step left behind is not shown: from the back row it would look like news.
  private var report: MoveReport? {
    guard let index = slot.index, let report = stage.latest(move, index: index) else { return nil }
    return report.step == stage.step ? report : nil
  }

  private func role(_ isFigure: Bool) -> Role {
    if isFigure, case .clip(let clip) = report?.outcome, clip.clipped { return .clippedLabel }
    return isLive ? .lit : report == nil ? .dim : .text
  }

  private var figure: (value: String, name: String) {
    if slot.index == nil { return ("left out", "") }
    return switch report?.outcome {
    case .zeroGrad: ("None", "grads")
    case .forward(let forward): (Figures.loss(forward.meanLoss), "loss")
    case .backward(let backward): (Figures.plain(backward.norm), "norm")
    case .clip(let clip): (clip.clipped ? "clipped" : "kept", "x \(Figures.factor(clip.factor))")
    case .step(let update): (Figures.rate(update.learningRate), "lr")
    case .failed: ("error", "")
    case nil: ("", "")
    }
  }

  private func centred(_ text: String, _ width: Int) -> String {
    let shown = text.prefix(max(width, 0))
    let left = (width - shown.count) / 2
    let right = max(width - shown.count - left, 0)
    return String(repeating: " ", count: max(left, 0)) + shown
      + String(repeating: " ", count: right)
  }
}
