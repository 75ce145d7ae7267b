internal import JSONText
internal import Moves
internal import Testing
internal import Training

@testable internal import Storage
@testable internal import Wire

@Test func `a step is a line with exactly its fields`() {
  let summary = StepSummary(
    step: 3, loss: 0.1, microLosses: [.nan, 2], gradNorm: .infinity, clipFactor: 0.25,
    clipped: true, learningRate: 1e-5, updateNorm: 0.30000000000000004,
    moveSeconds: [0, 1, 2.5, 3, 4])
  #expect(
    LogRecord.step(summary, batches: nil)
      == #"{"type":"step","step":3,"loss":0.1,"micro_losses":["NaN",2.0],"grad_norm":"inf","#
      + #""clip_factor":0.25,"clipped":true,"lr":1e-05,"update_norm":0.30000000000000004,"#
      + #""seconds":{"zero_grad":0.0,"forward":1.0,"backward":2.5,"clip":3.0,"step":4.0}}"#)
}

@Test func `an evaluation is a line with exactly its fields`() {
  let report = EvaluationReport(
    step: 20, trainLoss: 1.5, validationLoss: 2, batches: 1, sample: nil, unchanged: true,
    seconds: 1)
  #expect(
    LogRecord.evaluation(report)
      == #"{"type":"eval","step":20,"train_loss":1.5,"val_loss":2.0,"batches":1,"#
      + #""unchanged":true,"seconds":1.0}"#)
}

@Test func `a run is told with every hyperparameter, its shapes and its vocabulary in order`()
  throws
{
  let trainer = try smallStory { $0.weightDecay = 0.125 }
  let run = LogRecord.run(trainer.facts, version: "1.2")
  #expect(run["type"] == "run" && run["version"] == "1.2" && run["lesson"] == "story")
  #expect(run["vocabulary"]?.strings == trainer.facts.vocabulary)
  #expect(run["parameter_count"]?.count == trainer.facts.parameterCount)
  #expect(run["weight_decay"] == .number("0.125") && run["heads"] == .number("2"))
  #expect(run["optimizer"] == "adamw" && run["eps"] == .number("1e-08"))
  #expect(run["shapes"]?["transformer.wpe.weight"]?.counts == [4, 8])
  for field in Hyperparameter.all { #expect(run[field.name] != nil) }
}

@Test func `batches are nested arrays of what the forward pass read`() throws {
  let trainer = try smallStory()
  for _ in 0..<2 { _ = trainer.advance() }
  let batch = try #require(trainer.batch())
  #expect(batch.inputs.shape == [2, 4] && batch.targets.shape == [2, 4])
  let line = LogRecord.step(
    StepSummary(
      step: 1, loss: nil, microLosses: [], gradNorm: 0, clipFactor: 1, clipped: false,
      learningRate: 0, updateNorm: 0, moveSeconds: []), batches: [batch])
  let record = try JSONReader.read(Array(line.utf8)[...])
  guard case .array(let batches) = record["batches"], case .array(let rows) = batches[0]["inputs"],
    case .whole(let numbers) = batch.inputs.values
  else {
    Issue.record("\(record)")
    return
  }
  #expect(
    batches.count == 1
      && rows.compactMap(\.counts) == [numbers[..<4], numbers[4...]].map { $0.map(Int.init) })
  #expect(record["loss"] == .null)
}

/// The log of a small run that evaluated after its second step, in lines.
private func writtenLog(_ path: String) throws -> RunFacts {
  let facts = try smallStory().facts
  let log = try RunLog(path, goingOnAfter: nil)
  try log.begin(RunLine(facts, reading: nil), version: "1")
  for step in 1...4 {
    try log.add(
      StepSummary(
        step: step, loss: 1, microLosses: [1], gradNorm: 0, clipFactor: 1, clipped: false,
        learningRate: 0, updateNorm: 0, moveSeconds: [0, 0, 0, 0, 0]), batches: nil)
    guard step == 2 else { continue }
    try log.add(
      EvaluationReport(
        step: step, trainLoss: 1, validationLoss: 1, batches: 1, sample: nil, unchanged: true,
        seconds: 1))
  }
  return facts
}

@Test func `a log goes on after the step of the checkpoint, whatever a killed run left in it`()
  throws
{
  let folder = try Folder()
  let facts = try writtenLog(folder.path("log"))
  let whole = try folder.read("log")
  let ends = whole.indices.filter { whole[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  // Lines: run, steps 1 and 2, evaluation, steps 3 and 4.
  for (step, kept) in [(0, 1), (1, 2), (2, 4), (3, 5), (4, 6)] {
    for tail in ["", #"{"type":"step","st"#] {
      try folder.write(whole + Array(tail.utf8), "log")
      try RunLog(folder.path("log"), goingOnAfter: step).begin(
        RunLine(facts, reading: nil), version: "1")
      #expect(try folder.read("log") == Array(whole[..<ends[kept - 1]]), "step \(step)")
    }
  }
  try RunLog(folder.path("log"), goingOnAfter: 3).begin(RunLine(facts, reading: nil), version: "2")
  #expect(try folder.read("log").count > ends[4])
}

@Test func `a new log that was killed in its first line begins again`() throws {
  let folder = try Folder()
  let facts = try smallStory().facts
  for start in ["", "{", #"{"type":"run","vers"#] {
    try folder.write(Array(start.utf8), "log")
    try RunLog(folder.path("log"), goingOnAfter: 1).begin(
      RunLine(facts, reading: nil), version: "1")
    let text = String(decoding: try folder.read("log"), as: UTF8.self)
    let run = LogRecord.run(facts, version: "1")
    #expect(text == "\(LogRecord.resumed(run, from: run, after: 1))\n")
  }
}

@Test func `another file than a log is left as it was`() throws {
  let folder = try Folder()
  for text in ["x", "\n", "dear diary\n", #"{"type":"step","step":1}"# + "\n"] {
    try folder.write(Array(text.utf8), "log")
    let error = #expect(throws: StorageError.self) {
      try RunLog(folder.path("log"), goingOnAfter: 1).begin(
        RunLine(smallStory().facts, reading: nil), version: "1")
    }
    #expect(error?.problem.contains("not the log of a run") == true)
    #expect(try folder.read("log") == Array(text.utf8))
  }
}

@Test func `a log of another run is left as it was, and what differs is named`() throws {
  let folder = try Folder()
  _ = try writtenLog(folder.path("log"))
  let whole = try folder.read("log")
  let others = [
    (try smallStory { $0.seed = 2 }, 4, "its seed is 1, not 2"),
    (try smallStory { $0.width = 16 }, 4, "its width is 8, not 16"),
    (try line(), 4, "its lesson is story, not line"),
    (try smallStory(), 5, "it ends at step 4, and this run goes on after step 5"),
  ]
  for (trainer, step, words) in others {
    let error = #expect(throws: StorageError.self) {
      try RunLog(folder.path("log"), goingOnAfter: step).begin(
        RunLine(trainer.facts, reading: nil), version: "1")
    }
    #expect(error?.problem.contains(words) == true, "\(error?.problem ?? "")")
    #expect(try folder.read("log") == whole)
  }
}

@Test func `a log that an older version wrote, which said less, is gone on with`() throws {
  let folder = try Folder()
  let old = #"{"type":"run","lesson":"story"}"# + "\n" + #"{"type":"step","step":3}"# + "\n"
  try folder.write(Array(old.utf8), "log")
  try RunLog(folder.path("log"), goingOnAfter: 3).begin(
    RunLine(smallStory().facts, reading: nil), version: "1")
  #expect(try folder.read("log").starts(with: old.utf8))
}

/// What an older version wrote where a run went on with another batch size in a log of its own.
@Test func `a log that an older version began in the middle of a run is gone on with`() throws {
  let folder = try Folder()
  let now = try smallStory { $0.learningRate = 0.5 }.facts
  let run = LogRecord.run(now, version: "0")
  let old = "\(run)\n" + #"{"type":"eval","step":3}"# + "\n" + #"{"type":"step","step":4}"# + "\n"
  try folder.write(Array(old.utf8), "log")
  let facts = try smallStory().facts
  try RunLog(folder.path("log"), goingOnAfter: 3).begin(RunLine(facts, reading: nil), version: "1")
  let kept = "\(run)\n" + #"{"type":"eval","step":3}"# + "\n"
  #expect(try folder.read("log").starts(with: kept.utf8))
  #expect(try folder.read("log").count > kept.utf8.count)
}

@Test func `a record of a run that goes on says what was otherwise before`() throws {
  let then = LogRecord.run(try smallStory().facts, version: "1")
  let now = LogRecord.run(try smallStory { $0.learningRate = 0.5 }.facts, version: "1")
  let record = LogRecord.resumed(now, from: then, after: 3)
  #expect(LogRecord.plain(record) == now && LogRecord.resumedStep(record) == 3)
  #expect(LogRecord.before(record, after: 3) == then && LogRecord.before(record, after: 2) == nil)
  #expect(record["learning_rate"] == .number("0.5"))
  #expect(LogRecord.difference(now, then, of: ["lesson", "learning_rate"]) != nil)
}
