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
  private var state = TrainerState()
  private var waiting: Entry?
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
    if format != .trainerState { begin() }
  }

  private func begin() { write(recorder.begin(RunLine(facts, reading: nil))) }

  deinit { close(source) }

  private var facts: RunFacts {
    var facts = RunFacts(of: name.tameLine, settings)
    facts.lossName =
      switch format {
      case .trainerState: state.interval.map { "mean loss of \($0) steps" } ?? "mean loss"
      case .table: "loss as logged"
      case .printed: "loss as printed"
      case .own: nil
      }
    return facts
  }

  /// Takes in what is there by now.
  /// - Parameter isComplete: whether no more will come.
  func pump(isComplete: Bool) {
    if format == .trainerState { return isComplete && place == 0 ? translateState() : () }
    eachPiece { take($0) }
    if isComplete, !rest.isEmpty {
      take(line: rest[...])
      rest = []
    }
    if isComplete { flush() }
  }

  /// Its log comes before what is said of all of it, so it is read twice.
  private func translateState() {
    eachPiece { _ = state.take($0) }
    settings.steps = state.steps
    begin()
    (place, state) = (0, TrainerState(interval: state.interval))
    eachPiece { bytes in for entry in state.take(bytes) { tell(entry) } }
    flush()
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
      if let table { return table.entry(line).map(tell) ?? () }
      table = MetricsTable(header: line)
    case .printed: PrintedLine(line).map { tell($0.entry) }
    case .own, .trainerState: return
    }
  }

  /// What is told of one step may come in several entries.
  private func tell(_ entry: Entry) {
    if var last = waiting, last.step == entry.step {
      last.merge(entry)
      waiting = last
    } else {
      flush()
      waiting = entry
    }
  }

  private func flush() {
    for news in waiting?.news(maxNorm: maxNorm) ?? [] { write(recorder.text(for: news)) }
    waiting = nil
  }

  private func write(_ lines: String) { _ = NamelessFile.append(lines.utf8, to: target) }

  /// What a person should know of such a file.
  var remark: String {
    let ceiling =
      maxNorm == nil && format != .printed
      ? " Nor does it tell the ceiling: --max-norm gives it." : ""
    switch format {
    case .own: return ""
    case .trainerState:
      let mean = state.interval.map { "each loss is the mean of \($0) steps" } ?? "losses are means"
      return "\(name.tameLine) has no moves; \(mean).\(ceiling)"
    case .table: return "\(name.tameLine) has no moves, and not every step.\(ceiling)"
    case .printed:
      return "\(name.tameLine) has no moves; a loss is one iteration's, as it was printed."
    }
  }
}
