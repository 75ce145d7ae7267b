internal import ArgumentParser
internal import Moves
internal import Storage
internal import Wire

/// A run on the screen that is written down.
struct RecordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write the run into this file as it is made: fivemoves replay shows it again.",
      valueName: "file"),
    completion: .file())
  var record: String?

  /// - Throws: if the file would take the place of the text that is read.
  func check(text: String?) throws {
    try FilePlaces(read: [("--text", text)], written: [("--record", record)]).checkAll()
  }

  /// The file, where one was asked for; as long as nothing is written it leaves nothing.
  /// - Throws: if the file cannot be written, or another run writes it.
  func opened() throws -> RunLog? { try record.map { try RunLog($0, goingOnAfter: nil) } }

  /// The same run, written down where that was asked for.
  func recorded(_ source: any Source, reading: Reading?) throws -> any Source {
    try Self.recorded(source, reading: reading, in: opened())
  }

  static func recorded(
    _ source: any Source, reading: Reading?, in log: RunLog?
  ) throws -> any Source {
    guard let log else { return source }
    return try RecordedSource(source, reading: reading, version: Version.current) { lines in
      try log.add(lines: lines)
    }
  }
}
