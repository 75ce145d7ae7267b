internal import ArgumentParser
internal import Storage

/// The files that training without a screen reads and writes.
struct FileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write the run into this file as JSON lines: every step, every evaluation.", valueName: "file"
    ),
    completion: .file())
  var log: String?

  @Option(
    help: ArgumentHelp(
      "Write all that a screen needs into this file: fivemoves replay shows it again.",
      valueName: "file"),
    completion: .file())
  var record: String?

  @Flag(help: "Put every move into the log, which makes it a recording.")
  var logMoves = false

  @Flag(help: "Put each step's batches into the log, so that the run can be made again elsewhere.")
  var logBatches = false

  @Option(
    help: ArgumentHelp("Write the first parameters into this safetensors file.", valueName: "file"),
    completion: .file())
  var saveInitial: String?

  @Option(
    help: ArgumentHelp("Write the last parameters into this safetensors file.", valueName: "file"),
    completion: .file())
  var save: String?

  @Option(
    help: ArgumentHelp("Begin with the parameters of this safetensors file.", valueName: "file"),
    completion: .file())
  var load: String?

  @Option(
    help: ArgumentHelp(
      "Keep all of the training in this file, now and then and at the end.", valueName: "file"),
    completion: .file()
  )
  var checkpoint: String?

  @Option(
    parsing: .unconditional,
    help: "Steps from one checkpoint to the next (default: 100).",
    transform: Typed.whole)
  var checkpointInterval: Int?

  @Option(
    help: ArgumentHelp(
      "Go on from this checkpoint, with its lesson and settings; --checkpoint keeps what follows.",
      valueName: "file"),
    completion: .file())
  var resume: String?

  @Flag(help: "Let --resume go on with other data than those that the checkpoint was trained on.")
  var newData = false

  func validate() throws {
    try require(
      log == nil || record == nil,
      "--record FILE is the same as --log FILE --log-moves; only one of them can be.")
    try require(!logBatches || runLog != nil, "--log-batches needs --log.")
    try require(!logMoves || runLog != nil, "--log-moves needs --log.")
    try require(
      checkpointInterval == nil || checkpoint != nil, "--checkpoint-interval needs --checkpoint.")
    try require(
      checkpointInterval ?? 1 >= 1,
      "--checkpoint-interval must be at least 1, not \(checkpointInterval ?? 1).")
    try require(
      load == nil || resume == nil,
      "--load begins a run and --resume goes on with one; only one of them can be.")
    try require(!newData || resume != nil, "--new-data is for a run that goes on with --resume.")
    try require(
      saveInitial == nil || resume == nil,
      "--save-initial is for the beginning of a run, which --resume is past.")
    try FilePlaces(read: inputs, written: outputs).checkNames()
  }

  /// Where the run is written down.
  var runLog: String? { log ?? record }

  /// Whether it is with every move.
  var recordsMoves: Bool { logMoves || record != nil }

  /// Every file that is written, by the option that asks for it.
  private var outputs: [(option: String, path: String?)] {
    [
      ("--log", log), ("--record", record), ("--save-initial", saveInitial), ("--save", save),
      ("--checkpoint", checkpoint),
    ]
  }

  private var inputs: [(option: String, path: String?)] {
    [("--load", load), ("--resume", resume)]
  }

  /// - Throws: if what is written would take the place of something that is read or written too.
  func checkPlaces(text: String?) throws {
    try FilePlaces(read: inputs + [("--text", text)], written: outputs).check()
  }

  private func require(_ isFulfilled: Bool, _ words: String) throws {
    if !isFulfilled { throw ValidationError(words) }
  }
}
