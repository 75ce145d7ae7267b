internal import Canvas
internal import Moves

/// One of the five boxes: its name, two figures, and whose figures they are.
struct MoveBox {
  var slot: PipelineSlots.Slot
  var stage: Stage
  var glyphs: Glyphs
  var width: Int
  /// Whether a blank stands before the words: in all the boxes of a row, or in none.
  var isPadded = true
  var lastStep: Int?

  var frame: Frame {
    var frame = Frame(width: width, height: 5)
    frame.box(
      x: 0, y: 0, width: width, height: 5, title: title, note: note, role: frameRole,
      isDashed: isMissing, glyphs: glyphs)
    let (first, second) = figures
    frame.write(fitted(move.name), x: 1, y: 1, nameRole)
    frame.write(fitted(first), x: 1, y: 2, figureRole)
    frame.write(fitted(second), x: 1, y: 3, isClipped ? .clippedLabel : figureRole)
    return frame
  }

  private var move: Move { slot.move }
  private var isMissing: Bool { slot.index == nil }
  private var report: MoveReport? { slot.index.flatMap { stage.latest(move, index: $0) } }
  private var isLive: Bool { stage.isLive(slot) && stage.detour == .none }
  /// Figures of an earlier step are kept, dim, under that step's number.
  private var isEarlier: Bool { report.map { stage.moment($0.step).isEarlier } ?? true }

  private var title: String {
    if slot.isMoved { return "\(move.number) moved" }
    if slot.isRepeated { return "\(move.number) again" }
    guard let report, isEarlier else { return "\(move.number)" }
    return "\(move.number) \(stage.moment(report.step).words(columns: width - 6))"
  }

  private var note: String {
    guard let report, !isEarlier else { return "" }
    switch report.outcome {
    case .forward, .backward:
      let planned = report.planned
      return planned.isOfPart ? planned.place : ""
    case .clip(let clip): return clip.word
    case .failed: return "error"
    default: return ""
    }
  }

  private var isClipped: Bool { report?.clip?.clipped == true && !isEarlier }

  /// Only the name lights up, so that a light is a few bytes on a slow line.
  private var frameRole: Role {
    slot.isMoved || slot.isRepeated || isMissing && slot.isNeeded ? .alarm : .dim
  }
  private var nameRole: Role { isLive ? .lit : isEarlier ? .dim : .text }
  private var figureRole: Role { isEarlier ? .dim : .text }

  private var figures: (String, String) {
    if isMissing { return slot.isNeeded ? ("left out", "") : ("not in", "this loop") }
    return switch report?.outcome {
    case .zeroGrad(let report): ("\(report.wiped) wiped", "grads None")
    case .forward(let report): ("loss.item()", lossOfPart ?? Figures.loss(report.loss))
    case .backward(let backward):
      (report?.planned.isOfPart == true ? "norm so far" : "norm", Figures.plain(backward.norm))
    case .clip(let report):
      ("x \(ClipFigures(report).factor)", norms(report))
    case .step(let report):
      (
        "lr \(Figures.rate(report.learningRate))",
        self.report?.step == lastStep
          ? "the last"
          : report.nextLearningRate.map { "next \(Figures.rate($0))" }
            ?? report.share.map(far) ?? ""
      )
    case .failed: ("raised an", "error")
    case nil: (Self.purpose(of: move).0, Self.purpose(of: move).1)
    }
  }

  /// "moved 0.40 %" of the parameters' norm, in a narrow box "by 0.40 %"; "48 x norm".
  private func far(_ share: Double) -> String {
    let text = Figures.share(share)
    if text.hasSuffix(" times") { return "\(text.dropLast(6)) x norm" }
    let tiny = share < 1e-5 ? ["by <0.001 %"] : []
    return (["moved \(text)", "by \(text)"] + tiny).first { $0.count + 3 <= width } ?? text
  }

  /// With several micro-batches the loss is one of many: whose it is, where there is room.
  private var lossOfPart: String? {
    guard let report, let forward = report.forward, report.planned.isOfPart else { return nil }
    let (loss, part) = (Figures.loss(forward.loss), report.planned)
    return ["\(loss), part \(part.place)", "\(loss) part \(part.microBatch)"]
      .first { $0.count <= width - 3 }
  }

  /// Before and after, or where both have many digits the norm that is left.
  private func norms(_ report: ClipReport) -> String {
    let figures = ClipFigures(report)
    let both = "\(figures.before)\(glyphs.arrow)\(figures.after)"
    return both.count + 3 <= width ? both : "norm \(figures.after)"
  }

  /// Before the first step each box says what its move is for.
  private static func purpose(of move: Move) -> (String, String) {
    switch move {
    case .zeroGrad: ("forget old", "gradients")
    case .forward: ("read, guess", "find loss")
    case .backward: ("find new", "gradients")
    case .clip: ("limit their", "size")
    case .step: ("change the", "parameters")
    }
  }

  /// So wide a box has room for `loss.item()` and `next 3.0e-3`, and one more for a blank before it.
  static let narrowest = 13
  static let narrowestPadded = 14

  /// Filled up with blanks.
  private func fitted(_ text: String) -> String {
    let room = width - 2
    let forms = (isPadded ? [Line(" \(text)")] : []) + [Line(text)]
    let shown = forms.fitting(room, glyphs).text
    return shown + String(repeating: " ", count: max(room - shown.count, 0))
  }
}

extension ClipReport {
  /// What became of the gradients.
  var word: String { clipped ? "clipped" : normAfter.isFinite ? "kept" : "lost" }
}
