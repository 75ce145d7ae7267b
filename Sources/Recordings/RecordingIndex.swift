internal import Moves
internal import Wire

/// Where the parts and the steps of a recording stand in its file. It grows with the file.
struct RecordingIndex {
  private(set) var segments: [Segment] = []
  /// Up to here the file is known.
  private(set) var place = 0
  /// Lines that could not be read, with the first one's number and fault.
  private(set) var unread = 0
  private(set) var firstUnread: (line: Int, fault: String)?
  /// Whether the last line of all has no end, and could not be read.
  private(set) var isTorn = false
  private(set) var format = 0
  /// Whether whoever reads a script's lines lets it go on, by what it said last.
  private(set) var drives: Bool?
  /// Whether there were moves since the last step was complete.
  private var hasMoves = false
  private var lines = 0

  private static let mostSegments = 4096

  /// - Parameter place: where the first line begins.
  init(at place: Int = 0) { self.place = place }

  /// Takes in what the file has more, and tells of each step and evaluation on the way.
  /// - Parameter most: lines at most.
  mutating func grow(
    _ store: LineStore, lines most: Int = .max,
    tell: (_ segment: Int, Line.Event) -> Void = { _, _ in }
  ) {
    let last = lines.addingReportingOverflow(most)
    while last.overflow || lines < last.partialValue, let found = store.line(at: place) {
      lines += 1
      take(found, tell)
      place = found.end
      if !segments.isEmpty { segments[segments.count - 1].end = place }
    }
  }

  private mutating func take(_ found: LineStore.Found, _ tell: (Int, Line.Event) -> Void) {
    guard let bytes = found.bytes else { return miss("it is too long") }
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) { return }
    // A move is read when it is shown.
    if LineKind(bytes) == .move, !segments.isEmpty, found.isWhole {
      segments[segments.count - 1].hasMoves = true
      hasMoves = true
      return
    }
    do {
      take(try Line.read(bytes, in: nil).event, found, tell)
    } catch {
      isTorn = !found.isWhole
      miss("\(error)")
    }
  }

  private mutating func miss(_ fault: String) {
    unread += 1
    firstUnread = firstUnread ?? (lines, fault)
  }

  private mutating func take(
    _ event: Line.Event, _ found: LineStore.Found, _ tell: (Int, Line.Event) -> Void
  ) {
    switch event {
    case .run(let line): begin(line, found)
    case .broke(let line) where !segments.isEmpty:
      begin(.broken, found, base: line.step, leavesAfter: line.step)
    case .mended(let line) where !segments.isEmpty:
      begin(
        .mended, found, base: line.step, leavesAfter: line.mending == .fromHere ? line.step : nil)
    case .learned where !segments.isEmpty: segments[segments.count - 1].learned.append(place)
    case .signs where !segments.isEmpty: segments[segments.count - 1].signs.append(place)
    case .driver(let drives): self.drives = drives
    case .step(let summary):
      guard let last = segments.last, summary.step > last.lastStep else { return }
      segments[segments.count - 1].append(
        stepEndingAt: found.end, step: summary.step, hasMoves: hasMoves)
      hasMoves = false
      tell(segments.count - 1, event)
    case .evaluation:
      if !segments.isEmpty { tell(segments.count - 1, event) }
    default: return
    }
  }

  private mutating func begin(_ line: RunLine, _ found: LineStore.Found) {
    format = max(format, line.format)
    let base = line.resumedAfter ?? 0
    begin(.run, found, base: base)
    // A run that is broken from its first step on is a good one of no steps, and then that.
    if line.breakage != nil, line.good != nil { begin(.broken, found, base: base) }
  }

  private mutating func begin(
    _ kind: Segment.Kind, _ found: LineStore.Found, base: Int, leavesAfter step: Int? = nil
  ) {
    guard segments.count < Self.mostSegments else { return }
    hasMoves = false
    if !segments.isEmpty { segments[segments.count - 1].end = place }
    var next = Segment(kind, header: place, body: found.end, base: base)
    next.leavesAfter = step
    segments.append(next)
  }
}
