internal import JSONText
internal import Moves
internal import Testing
internal import Training

@testable internal import Storage
@testable internal import Wire

private func twin() throws -> Twin {
  try Twin(#require(Breakage.named("forget-zero-grad")), after: smallStory())
}

@Test func `the log of a broken run names the mistake and the order of its moves`() throws {
  let twin = try twin()
  let run = LogRecord.run(twin.broken.facts, version: "1", twin.comparison.breakage)
  #expect(run["break"] == "forget-zero-grad")
  #expect(run["moves"]?.strings == ["forward", "backward", "clip", "step"])
  #expect(LogRecord.run(twin.correct.facts, version: "1")["break"] == nil)
}

@Test func `each of its steps has the twin's figures`() throws {
  let twin = try twin()
  var last: StepSummary?
  while last == nil { last = twin.advance().summary }
  let line = LogRecord.step(try #require(last), batches: nil)
  let record = try JSONReader.read(Array(line.utf8)[...])
  #expect(record["twin_loss"] != nil && record["twin_loss"] == record["loss"])
  #expect(record["twin_grad_norm"] == record["grad_norm"])
  #expect(record["twin_clipped"] != nil && record["twin_update_norm"] != nil)
}

@Test func `a sign is a line with its figures by name, and its words last`() {
  let sign = Sign(
    .gradientsPileUp,
    [
      Sign.Figure("count", .count(12)), Sign.Figure("first", .number(0.5)),
      Sign.Figure("why", .words("so")),
    ])
  #expect(
    LogRecord.sign(sign, words: "Old gradients.", step: 7).description
      == #"{"type":"sign","step":7,"sign":"gradients_pile_up","#
      + #""figures":{"count":12,"first":0.5,"why":"so"},"words":"Old gradients."}"#)
  #expect(
    LogRecord.verdict(.alike, words: "Alike.", step: 7).description
      == #"{"type":"verdict","step":7,"verdict":"alike","words":"Alike."}"#)
}
