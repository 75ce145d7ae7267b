import Moves

/// The records of a run log.
enum LogRecord {
  static func run(
    _ facts: RunFacts, version: String, _ breakage: Breakage? = nil
  ) -> JSON {
    let shapes = facts.tensors.map { ($0.name, JSON.list($0.shape)) }
    let run: [(String, JSON)] = [
      ("type", "run"), ("version", .string(version)), ("lesson", .string(facts.name)),
      ("model", .known(facts.model, JSON.string)),
      ("parameter_count", .known(facts.parameterCount, JSON.whole)),
      ("shapes", .members(shapes)), ("vocabulary", .list(facts.vocabulary)),
    ]
    let chosen =
      facts.hyperparameters.map { chosen in
        Hyperparameter.all.map { ($0.name, JSON.written($0.text(chosen))) }
      } ?? []
    let data = facts.data.map { [("data", json($0))] } ?? []
    let activation = facts.activation.map { [("activation", JSON.string($0))] } ?? []
    return .members(run + data + chosen + activation + broken(facts.recipe, breakage))
  }

  static func step(_ summary: StepSummary, batches: [Batch]?) -> JSON {
    let seconds = zip(Move.allCases, summary.moveSeconds).map { ($0.name, JSON.real($1)) }
    let figures: [(String, JSON)] = [
      ("type", "step"), ("step", .whole(summary.step)),
      ("loss", .known(summary.loss, JSON.real)),
      ("micro_losses", .array(summary.microLosses.map { .real($0) })),
      ("grad_norm", .known(summary.gradNorm, JSON.real)),
      ("clip_factor", .known(summary.clipFactor, JSON.real)),
      ("clipped", .known(summary.clipped, JSON.bool)),
      ("lr", .known(summary.learningRate, JSON.real)),
      ("update_norm", .known(summary.updateNorm, JSON.real)), ("seconds", .members(seconds)),
    ]
    return .members(
      figures + twin(summary.twin) + (batches.map { [("batches", .array($0.map(batch)))] } ?? []))
  }

  static func evaluation(_ report: EvaluationReport) -> JSON {
    let twin = report.twinValidationLoss.map { [("twin_val_loss", JSON.real($0))] } ?? []
    return .members(
      [
        ("type", "eval"), ("step", .whole(report.step)),
        ("train_loss", .known(report.trainLoss, JSON.real)),
        ("val_loss", .known(report.validationLoss, JSON.real)),
      ] + twin)
  }

  /// Where a run stopped before its last step, and why.
  static func stop(_ report: MoveReport, words: String, isTwin: Bool = false) -> JSON {
    let figure = report.nonFinite.map {
      [("figure", JSON.string($0.name)), ("value", JSON.real($0.value))]
    }
    let part = report.move.isOfMicroBatch ? report.planned.microBatch : nil
    return .members(
      [("type", "stop"), ("step", .whole(report.step)), ("move", .string(report.move.name))]
        + (part.map { [("micro_batch", JSON.whole($0))] } ?? [])
        + (isTwin ? [("run", JSON.string("twin"))] : []) + (figure ?? [])
        + [("words", .string(words))])
  }

  private static func json(_ data: DataFacts) -> JSON {
    [
      "name": .string(data.name), "origin": .string(data.origin.rawValue),
      "bytes": .whole(data.bytes), "sha256": .string(data.digest),
    ]
  }

  private static func batch(_ batch: Batch) -> JSON {
    ["inputs": nested(batch.inputs), "targets": nested(batch.targets)]
  }

  /// Arrays in arrays, one level a dimension.
  private static func nested(_ numbers: BatchNumbers) -> JSON {
    var level: [JSON] =
      switch numbers.values {
      case .whole(let values): values.map { .whole($0) }
      case .real(let values): values.map { .real($0) }
      }
    for size in numbers.shape.dropFirst().reversed() {
      level = stride(from: 0, to: level.count, by: size).map {
        .array(Array(level[$0..<$0 + size]))
      }
    }
    return .array(level)
  }
}
