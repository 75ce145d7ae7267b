internal import Moves
internal import Platform
internal import Wire

/// What another program wrote of its run, as lines of ours in a file that only this process knows.
final class Translation {
  let format: Format
  let target: CInt
  private let source: CInt
  private let name: String
  private let maxNorm: Double?
  private var place = 0
  private var recorder = Recorder(version: "1")
  private var settings = Settings()
  private var table: MetricsTable?
  /// The table's first line as it was read.
  private var header: [UInt8] = []
  private var state = TrainerState()
  private var span = LossSpan()
  private var hasNorms = false
  private var waiting: Entry?
  /// The last step that was written down.
  private var lastStep = 0
  /// Up to this step all of a table that is read anew was written down.
  private var known = -1
  /// Whether it could not be kept any further.
  private var isCut = false
  /// The beginning of a line whose end is still to come.
  private var rest: [UInt8] = []

  private static let longestLine = 1 << 20

  init(
    _ format: Format, _ source: CInt, name: String, maxNorm: Double?
  ) throws(RecordingError) {
    (self.format, self.source, self.maxNorm) = (format, source, maxNorm)
    self.name = name.split(separator: "/").last.map(String.init) ?? name
    target = try NamelessFile.open(for: name)
    settings.maxNorm = maxNorm
    if format == .printed { begin() }
  }

  /// - Parameter step: the step that it goes on after.
  private func begin(after step: Int = 0) {
    var line = RunLine(facts, reading: nil)
    line.resumedAfter = step > 0 ? step : nil
    write(recorder.begin(line, after: step))
    lastStep = step
  }

  deinit { close(source) }

  private var facts: RunFacts {
    var facts = RunFacts(of: name.tameLine, settings)
    facts.lossName =
      switch format {
      case .trainerState:
        span.steps.map { $0 == 1 ? "loss as logged" : "mean loss of \($0) steps" } ?? "mean loss"
      case .table: table?.lossName.flatMap { $0.count <= 20 ? $0 : nil } ?? "loss as logged"
      case .printed: "loss as printed"
      case .own: nil
      }
    facts.lossName = facts.lossName?.tameLine
    return facts
  }

  /// Takes in what is there by now.
  /// - Parameter isComplete: whether no more will come.
  func pump(isComplete: Bool) {
    if format == .trainerState { return isComplete && place == 0 ? translateState() : () }
    if format == .table, isWrittenAnew {
      (place, rest, table, waiting, known) = (0, [], nil, nil, lastStep)
    }
    eachPiece { take($0) }
    if isComplete, !rest.isEmpty {
      take(line: rest[...])
      rest = []
    }
    if isComplete { flush() }
  }

  /// Its log comes before what is said of all of it, so it is read twice.
  private func translateState() {
    eachPiece { bytes in
      for entry in state.take(bytes) where entry.loss != nil { span.take(entry.step) }
    }
    settings.steps = state.steps
    begin()
    (place, state) = (0, TrainerState())
    eachPiece { bytes in for entry in state.take(bytes) { tell(entry) } }
    flush()
  }

  /// Lightning writes its table anew where a column comes in.
  private var isWrittenAnew: Bool {
    guard !header.isEmpty else { return false }
    var start = [UInt8](repeating: 0, count: header.count + 3)
    let count = max(pread(source, &start, start.count, 0), 0)
    var facts = stat()
    return !start[..<count].withoutMark.starts(with: header)
      || (fstat(source, &facts) == 0 && facts.st_size < off_t(place))
  }

  private func eachPiece(_ take: (ArraySlice<UInt8>) -> Void) {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = pread(source, &piece, piece.count, off_t(place))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      take(place == 0 ? piece[..<count].withoutMark : piece[..<count])
      place += count
    }
  }

  private func take(_ bytes: ArraySlice<UInt8>) {
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
      take(line: rest + line)
      rest = []
    }
    let last = bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? bytes.startIndex
    if rest.count < Self.longestLine { rest += bytes[last...] }
  }

  private func take(line bytes: ArraySlice<UInt8>) {
    let line = String(decoding: bytes, as: UTF8.self)
    switch format {
    case .table:
      if let table { return table.entry(line).map { tell($0) } ?? () }
      beginTable(line, bytes)
    case .printed: PrintedLine(line).map { tell($0.entry) }
    case .own, .trainerState: return
    }
  }

  private func beginTable(_ line: String, _ bytes: ArraySlice<UInt8>) {
    guard let found = MetricsTable(header: line) else { return }
    let isNew = header.isEmpty
    (table, header) = (found, Array(bytes) + [0x0A])
    if isNew { begin() }
  }

  /// What is told of one step may come in several entries.
  private func tell(_ entry: Entry) {
    if format == .printed { return tellNext(entry) }
    if var last = waiting, last.step == entry.step {
      last.merge(entry)
      waiting = last
    } else {
      flush()
      waiting = entry
    }
  }

  /// Each is a line of its own; where the count falls back, another run begins, or goes on.
  private func tellNext(_ entry: Entry) {
    let isEvaluation = entry.loss == nil
    if entry.step < lastStep - (isEvaluation ? 1 : 0) {
      begin(after: isEvaluation ? entry.step : entry.step - 1)
    }
    write(entry)
  }

  private func flush() {
    if let waiting, waiting.step > known { write(waiting) }
    waiting = nil
  }

  private func write(_ entry: Entry) {
    for news in entry.news(maxNorm: maxNorm, after: lastStep) { write(recorder.text(for: news)) }
    if !isCut { lastStep = max(lastStep, entry.step) }
    hasNorms = hasNorms || entry.gradNorm != nil
  }

  private func write(_ lines: String) {
    if !isCut { isCut = !NamelessFile.append(lines.utf8, to: target) }
  }

  /// What a person should know of such a file, in a row of a small terminal.
  var remark: String {
    if isCut { return "It is shown up to step \(lastStep): the folder for what is read is full." }
    let figures =
      switch format {
      case .own: ""
      case .trainerState: lossWords
      case .table: "Its step 0 is step 1 here"
      case .printed: "Its iter 0 is step 1 here"
      }
    let clipping = hasNorms && maxNorm == nil ? " --max-norm marks clipped steps." : ""
    return "\(figures); no moves told.\(clipping)"
  }

  private var lossWords: String {
    guard let steps = span.steps else { return "Losses are means" }
    return steps == 1 ? "A loss is its step's" : "Losses are means of \(steps) steps"
  }
}
