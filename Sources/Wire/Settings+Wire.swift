internal import JSONText
internal import Moves

/// A hyperparameter stands under its own name, as in a checkpoint.
extension Hyperparameters: Wired {
  init?(_ json: JSON) {
    self.init()
    for one in Hyperparameter.all {
      guard let text = json[one.name]?.written, one.set(&self, text) else { return nil }
    }
    guard (try? validate()) != nil else { return nil }
  }

  func write(to text: inout String) { JSON.members(members).write(to: &text) }

  var members: [(String, JSON)] {
    Hyperparameter.all.map { ($0.name, JSON.written($0.text(self))) }
  }
}

extension JSON {
  /// A number or a word as a person would set it.
  fileprivate var written: String? {
    switch self {
    case .number(let text), .string(let text): text
    default: nil
    }
  }
}

extension Settings: Shaped {
  static var blank: Self { Self() }

  mutating func fill(_ form: inout Form) {
    var name = optimizer?.name
    form.field("steps", &steps)
    form.field("micro_batches", &microBatches)
    form.field("optimizer", &name)
    form.field("max_norm", &maxNorm)
    form.field("schedule", &schedule)
    form.field("eval_interval", &evalInterval)
    form.field("dropout", &dropout)
    form.field("seed", &seed)
    optimizer = name.map { OptimizerName(named: $0) }
    form.require(steps ?? 1 >= 1, "steps")
    form.require(1...MoveReport.mostMoves ~= microBatches ?? 1, "micro_batches")
    form.require(evalInterval ?? 1 >= 1, "eval_interval")
    form.require(maxNorm ?? 1 > 0, "max_norm")
  }
}

extension Schedule: Shaped {
  static var blank: Self { Self(peak: 0, minimum: 0, warmup: 0, steps: 0) }

  mutating func fill(_ form: inout Form) {
    form.field("peak", &peak)
    form.field("minimum", &minimum)
    form.field("warmup", &warmup)
    form.field("steps", &steps)
    form.require(steps >= 0 && warmup >= 0, "schedule")
  }
}

extension Recipe: Shaped {
  static var blank: Self { .correct }

  mutating func fill(_ form: inout Form) {
    form.field("moves", &moves)
    form.field("divides_loss", &dividesLoss, unless: true)
    form.field("calls_eval", &callsEval, unless: true)
    form.field("uses_no_grad", &usesNoGrad, unless: true)
    form.field("keeps_loss_tensor", &keepsLossTensor, unless: false)
    form.field("shuffles_data", &shufflesData, unless: true)
    form.field("bad_batch", &badBatch)
    form.require(1...Self.mostMoves ~= moves.count, "moves")
  }

  private static let mostMoves = 16
}
