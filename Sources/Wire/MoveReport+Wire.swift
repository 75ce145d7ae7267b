internal import JSONText
internal import Moves

extension Move: Wired {}

extension MoveReport: Shaped {
  static var blank: MoveReport {
    MoveReport(
      step: 0, planned: PlannedMove(move: .zeroGrad, microBatch: 1, microBatches: nil, index: 0),
      position: 0, moveCount: nil, learningRate: nil, seconds: 0, outcome: .failed(""))
  }

  /// Its summary is the line of the step, which follows the last move.
  mutating func fill(_ form: inout Form) {
    form.field("step", &step)
    form.field("move", &planned.move)
    form.field("position", &position)
    fillPlace(&form)
    form.field("lr", &learningRate, unless: form.context?.learningRate(of: step))
    seconds = (seconds * 1e7).rounded() / 1e7
    form.field("seconds", &seconds, unless: 0)
    form.field("source", &source)
    outcome.fill(&form, of: planned.move)
    form.list("watched", &watched)
    form.require(step >= 1, "step")
    form.require(0..<Self.mostMoves ~= position && (moveCount ?? 1) > 0, "position")
    form.require(moveCount ?? 1 <= Self.mostMoves, "moves")
  }

  /// Where the recipe has the move is not said once more.
  private mutating func fillPlace(_ form: inout Form) {
    let expected = form.context?.planned(at: position)
    form.field("moves", &moveCount, unless: expected.flatMap { _ in form.context?.planned.count })
    form.field("micro_batch", &planned.microBatch, unless: expected?.microBatch ?? 1)
    form.field("micro_batches", &planned.microBatches, unless: expected?.microBatches)
    form.field("index", &planned.index, unless: expected?.index ?? position)
    form.require(1...Self.mostMoves ~= planned.microBatch, "micro_batch")
    form.require(1...Self.mostMoves ~= planned.microBatches ?? 1, "micro_batches")
    form.require(0..<Self.mostMoves ~= planned.index, "index")
  }

  /// Of one step: what is more than that is no training loop's.
  static let mostMoves = 1 << 17
}

extension MoveReport.Outcome {
  /// The fields of the move's own report stand beside the others.
  mutating func fill(_ form: inout Form, of move: Move) {
    if form.isReading { self = .blank(of: move) }
    var why: String?
    if case .failed(let words) = self { why = words.isEmpty ? nil : words }
    form.field("failed", &why)
    if let why { return self = .failed(why) }
    switch self {
    case .zeroGrad(var report): self = Self.filled(&report, &form, Self.zeroGrad)
    case .forward(var report): self = Self.filled(&report, &form, Self.forward)
    case .backward(var report): self = Self.filled(&report, &form, Self.backward)
    case .clip(var report): self = Self.filled(&report, &form, Self.clip)
    case .step(var report): self = Self.filled(&report, &form, Self.step)
    case .failed: return
    }
  }

  private static func filled<Report: Shaped>(
    _ report: inout Report, _ form: inout Form, _ outcome: (Report) -> Self
  ) -> Self {
    report.fill(&form)
    return outcome(report)
  }

  private static func blank(of move: Move) -> Self {
    switch move {
    case .zeroGrad: .zeroGrad(.blank)
    case .forward: .forward(.blank)
    case .backward: .backward(.blank)
    case .clip: .clip(.blank)
    case .step: .step(.blank)
    }
  }
}

extension SourceLine: Shaped {
  static var blank: Self { Self(file: "", line: 1, text: "") }

  mutating func fill(_ form: inout Form) {
    form.field("file", &file)
    form.field("line", &line)
    form.field("text", &text)
    form.require(line >= 1, "line")
  }
}

extension ZeroGradReport: Shaped {
  static var blank: Self { Self(wiped: 0, tensors: 0, norm: nil) }

  mutating func fill(_ form: inout Form) {
    form.field("wiped", &wiped)
    form.field("tensors", &tensors, unless: form.context?.tensorCount ?? -1)
    form.field("norm", &norm)
  }
}

extension ForwardReport: Shaped {
  static var blank: Self { Self(loss: nil, meanLoss: nil, examples: nil, targets: nil) }

  mutating func fill(_ form: inout Form) {
    form.field("loss", &loss)
    form.field("mean_loss", &meanLoss)
    form.field("examples", &examples)
    form.field("targets", &targets)
    form.field("live_operations", &liveOperations)
    form.field("in_order", &inOrder, unless: 0)
    form.field("neighbours", &neighbours, unless: 0)
    form.field("reading", &reading)
  }
}

extension BackwardReport: Shaped {
  static var blank: Self {
    Self(divisor: nil, gradientsBefore: 0, normBefore: nil, norm: nil, layers: [])
  }

  mutating func fill(_ form: inout Form) {
    form.field("loss", &loss)
    form.field("divisor", &divisor)
    form.field("gradients_before", &gradientsBefore)
    form.field("norm_before", &normBefore)
    form.field("norm", &norm)
    fillLayers(&form)
  }
}

extension BackwardReport {
  /// The run's layers in their order need no names.
  private mutating func fillLayers(_ form: inout Form) {
    let names = form.context?.layers ?? []
    var norms = layers.map(\.layer) == names ? layers.map(\.norm) : []
    form.list("layer_norms", &norms)
    var named = norms.isEmpty ? layers : []
    form.list("layers", &named)
    guard form.isReading else { return }
    form.require(norms.isEmpty || norms.count == names.count, "layer_norms")
    layers = norms.isEmpty ? named : zip(names, norms).map { LayerNorm(layer: $0, norm: $1) }
  }
}

extension ClipReport: Shaped {
  static var blank: Self {
    Self(
      normBefore: 0, normAfter: 0, maxNorm: 0, factor: 1, clipped: false, clippedSteps: 0)
  }

  mutating func fill(_ form: inout Form) {
    form.field("norm_before", &normBefore)
    form.field("norm", &normAfter)
    form.field("max_norm", &maxNorm, unless: form.context?.maxNorm ?? .nan)
    form.field("factor", &factor)
    form.field("clipped", &clipped)
    form.field("clipped_steps", &clippedSteps)
    form.field("clipped_since", &clippedSince)
    form.field("gradients", &gradients)
  }
}

extension LayerNorm: Wired {
  init?(_ json: JSON) {
    guard case .array(let parts) = json, parts.count == 2, let layer = String(parts[0]),
      let norm = Double(parts[1])
    else { return nil }
    self.init(layer: layer, norm: norm)
  }

  func write(to text: inout String) { text.list(layer, norm) }
}
