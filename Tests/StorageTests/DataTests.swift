internal import JSONText
internal import Moves
internal import Testing
internal import Training

@testable internal import Storage
@testable internal import Wire

@Test func `every file says which data its run trained on`() throws {
  let trainer = try smallStory()
  for file in [trainer.checkpoint(), trainer.parameterFile()] {
    let data = try RunFile(file.file.bytes, path: "a").data()
    #expect(data != nil && data == trainer.facts.data)
  }
  let record = LogRecord.run(trainer.facts, version: "1")
  #expect(record["data"]?["name"] == "the built-in fables")
  #expect(record["data"]?["sha256"]?.string == trainer.facts.data?.digest)
}

@Test func `a file that does not say it is read all the same`() throws {
  let trainer = try smallStory()
  trainer.make(steps: 1)
  var file = trainer.checkpoint().file
  file.metadata.removeAll { $0.name.hasPrefix("data") }
  let older = try RunFile(file.bytes, path: "a")
  #expect(try older.data() == nil)
  #expect(try older.snapshot(for: trainer.facts).completedSteps == 1)
}

@Test(arguments: ["data", "data_origin", "data_bytes"])
func `what it says of its data must be whole`(name: String) throws {
  for value in [nil, name == "data" ? nil : "-1"] {
    var file = try smallStory().parameterFile().file
    file.metadata.removeAll { $0.name == name }
    if let value { file.metadata.append(.init(name: name, value: value)) }
    let error = #expect(throws: StorageError.self) { try RunFile(file.bytes, path: "a").data() }
    #expect(error?.problem.contains("\"\(name)\"") == true)
  }
}

@Test func `a log that goes on from before a stop has the stop no more`() throws {
  let folder = try Folder()
  let trainer = try smallStory()
  var log: RunLog? = try RunLog(folder.path("log"), goingOnAfter: nil)
  try log?.begin(RunLine(trainer.facts, reading: nil), version: "1")
  let begun = try folder.read("log")
  let report = trainer.advance()
  try log?.add(stop: report, words: "stopped")
  log = nil
  #expect(try folder.read("log").count > begun.count)
  try RunLog(folder.path("log"), goingOnAfter: 0).begin(
    RunLine(trainer.facts, reading: nil), version: "1")
  #expect(try folder.read("log") == begun)
}
