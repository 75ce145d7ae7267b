internal import ArgumentParser
internal import Moves
internal import Storage
internal import Wire

/// A run on the screen that is written down.
struct RecordOptions: ParsableArguments {
  @Option(
    help: "Write the run into this file as it is made: fivemoves replay shows it again.",
    completion: .file())
  var record: String?

  /// - Throws: if the file would take the place of the text that is read.
  func check(text: String?) throws {
    let places = FilePlaces(
      read: text.map { [("--text", $0)] } ?? [], written: record.map { [("--record", $0)] } ?? [])
    try places.checkNames()
    try places.check()
  }

  /// The same run, written down where that was asked for.
  /// - Throws: if the file cannot be written, or another run writes it.
  func recorded(_ source: any Source, reading: Reading?) throws -> any Source {
    guard let record else { return source }
    let log = try RunLog(record, goingOnAfter: nil)
    return try RecordedSource(source, reading: reading, version: Version.current) { lines in
      try log.add(lines: lines)
    }
  }
}
