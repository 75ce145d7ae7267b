internal import Platform
internal import Recordings
internal import Synchronization

/// A class's run as lines, in two files of no name: all of them, and those without single moves, from
/// which whoever comes late is told the run so far.
final class ClassStream: Sendable {
  private let full: CInt
  private let brief: CInt
  private let state = Mutex(State())

  private struct State {
    var length = Place()
    /// Where both files stand after the newest steps, or before the run's first line.
    var marks = [Place()]
    /// Where the run begins in the brief one.
    var run = 0
    /// What the brief file does not have yet: the newest step's lines.
    var rest: [(kind: Kind, bytes: [UInt8])] = []
    var isLost = false
    var toldAt = 0.0
  }

  private enum Kind {
    case run
    case turn
    case move
    case step
    case other

    init(_ line: Substring) {
      let type = line.dropFirst(#"{"type":""#.count).prefix { $0 != "\"" }
      self =
        switch type {
        case "run": .run
        case "break", "mend": .turn
        case "move": .move
        case "step": .step
        default: .other
        }
    }
  }

  /// A place in each of the files.
  struct Place: Equatable {
    var brief = 0
    var full = 0
  }

  /// What somebody is to be sent: a piece of the brief file, and all of the full one from a place on.
  struct Plan {
    var brief: Range<Int>
    var full: Int
  }

  /// The newest moves that a late comer is told, in bytes.
  private static let newest = 1 << 16

  init() throws(RecordingError) {
    full = try NamelessFile.open(for: "the class")
    brief = try NamelessFile.open(for: "the class")
  }

  deinit {
    close(full)
    close(brief)
  }

  /// When the newest line was told.
  var toldAt: Double { state.withLock { $0.toldAt } }

  /// Bytes of the full file.
  var length: Int { state.withLock { $0.length.full } }

  /// - Returns: false where the files take no more.
  func append(_ lines: String) -> Bool {
    state.withLock { state in
      for line in lines.split(separator: "\n") where !state.isLost { append(line, &state) }
      state.toldAt = now()
      return !state.isLost
    }
  }

  private func append(_ line: Substring, _ state: inout State) {
    let bytes = Array(line.utf8) + [0x0A]
    switch Kind(line) {
    case .run:
      writeRest(&state, withMoves: false)
      (state.run, state.marks) = (state.length.brief, [state.length])
      write(bytes, &state)
    // Where the loop changes the last step's moves are still to be seen.
    case .turn:
      writeRest(&state, withMoves: true)
      write(bytes, &state)
    case .move, .step:
      if state.rest.contains(where: { $0.kind == .step }) { writeRest(&state, withMoves: false) }
      state.rest.append((Kind(line), bytes))
    case .other where state.rest.isEmpty: write(bytes, &state)
    case .other: state.rest.append((.other, bytes))
    }
    guard !state.isLost else { return }
    state.isLost = !NamelessFile.append(bytes, to: full)
    state.length.full += bytes.count
  }

  /// What has come since the step before goes to the brief file.
  private func writeRest(_ state: inout State, withMoves: Bool) {
    let hasStep = state.rest.contains { $0.kind == .step }
    for line in state.rest where withMoves || line.kind != .move { write(line.bytes, &state) }
    state.rest = []
    guard hasStep else { return }
    state.marks.append(state.length)
    let first = state.marks.firstIndex { state.length.full - $0.full <= Self.newest }
    // The newest step's moves are told, however long.
    state.marks.removeFirst(min(first ?? .max, max(state.marks.count - 2, 0)))
  }

  private func write(_ bytes: [UInt8], _ state: inout State) {
    guard !state.isLost else { return }
    state.isLost = !NamelessFile.append(bytes, to: brief)
    state.length.brief += bytes.count
  }

  /// The run so far, and then the present.
  var plan: Plan {
    state.withLock { state in
      let mark = state.marks[0]
      return Plan(brief: state.run..<max(mark.brief, state.run), full: mark.full)
    }
  }

  func read(brief range: Range<Int>) -> [UInt8] { Self.read(brief, range) }

  func read(full range: Range<Int>) -> [UInt8] { Self.read(full, range) }

  private static func read(_ file: CInt, _ range: Range<Int>) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: range.count)
    let count = pread(file, &bytes, bytes.count, off_t(range.lowerBound))
    return Array(bytes.prefix(max(count, 0)))
  }
}
