public import JSONText
public import Moves

/// The records of a run log.
public enum LogRecord {
  public static func run(
    _ facts: RunFacts, version: String, _ breakage: Breakage? = nil
  ) -> JSON {
    let shapes = facts.tensors.map { ($0.name, JSON.list($0.shape)) }
    let run: [(String, JSON)] = [
      ("type", "run"), ("version", .string(version)), ("lesson", .string(facts.name)),
      ("model", .known(facts.model, JSON.string)),
      ("parameter_count", .known(facts.parameterCount, JSON.whole)),
      ("shapes", .members(shapes)), ("vocabulary", .list(facts.vocabulary)),
    ]
    let chosen = facts.hyperparameters?.members ?? []
    let data = facts.data.map { [("data", $0.json)] } ?? []
    let activation = facts.activation.map { [("activation", JSON.string($0))] } ?? []
    return .members(run + data + chosen + activation + broken(facts.recipe, breakage))
  }

  /// A run as a recording has it: what a log says, and all that a screen needs.
  static func run(_ line: RunLine, version: String) -> [(String, JSON)] {
    let resumed = line.resumedAfter.map { [("resumed_after", JSON.whole($0))] } ?? []
    return run(line.facts, version: version, line.breakage).members + more(line) + resumed
  }

  /// What a recording says more of a run than a log.
  public static func more(_ line: RunLine) -> [(String, JSON)] {
    var form = Form.writing()
    var (format, facts) = (line.format, line.facts)
    var (reading, good, views) = (line.reading, line.good, line.tellsViews)
    form.field("format", &format)
    form.field("facts", &facts)
    form.field("reading", &reading)
    form.field("good", &good)
    form.field("views", &views, unless: false)
    return ((try? JSONReader.read(Array("{\(form.text)}".utf8)[...])) ?? .null).members
  }

  public static let moreNames = ["format", "facts", "reading", "good", "views"]

  static func read(_ json: JSON) throws(LineFault) -> RunLine {
    var line = RunLine(.blank, reading: nil)
    var form = Form.reading(json)
    form.field("format", &line.format, unless: RunLine.newest)
    form.field("resumed_after", &line.resumedAfter)
    form.require(line.resumedAfter ?? 0 >= 0, "resumed_after")
    form.field("reading", &line.reading)
    form.field("break", &line.breakage)
    form.field("good", &line.good)
    form.field("views", &line.tellsViews, unless: false)
    if let fault = form.fault { throw .field(fault, of: "run") }
    line.facts =
      try json["facts"] == nil ? facts(ofLog: json) : Line.field("facts", of: json, "run")
    return line
  }

  /// What a log says of its run, which is less.
  private static func facts(ofLog json: JSON) throws(LineFault) -> RunFacts {
    var facts = RunFacts(of: try Line.field("lesson", of: json, "run"), Settings())
    if let chosen = Hyperparameters(json) { facts.told = Settings(chosen) }
    var form = Form.reading(json)
    form.field("model", &facts.model)
    form.field("activation", &facts.activation)
    form.field("data", &facts.data)
    form.list("vocabulary", &facts.vocabulary)
    if let fault = form.fault { throw .field(fault, of: "run") }
    return facts
  }

  public static func step(_ summary: StepSummary, batches: [Batch]?) -> String {
    var text = #"{"type":"step""#
    summary.write(members: &text, in: nil)
    if let batches {
      text += #","batches":"#
      JSON.array(batches.map(batch)).write(to: &text)
    }
    return text + "}"
  }

  public static func evaluation(_ report: EvaluationReport) -> String {
    var text = #"{"type":"eval""#
    report.write(members: &text, in: nil)
    return text + "}"
  }

  /// Where a run stopped before its last step, and why.
  public static func stop(_ report: MoveReport, words: String, isTwin: Bool = false) -> JSON {
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
