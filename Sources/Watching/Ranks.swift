internal import Moves
internal import Platform
internal import Recordings
internal import Wire

/// Where the other processes have their sockets, and whether their losses are told.
public struct RankPlace: Sendable {
  let folder: SocketFolder
  let tellsLoss: Bool

  public init(_ folder: SocketFolder, tellsLoss: Bool) {
    (self.folder, self.tellsLoss) = (folder, tellsLoss)
  }
}

/// The other processes that train together with the first: each tells of its own steps, and is never
/// held from here.
final class Ranks {
  private let folder: SocketFolder
  private var knocks: [String: Connection.Knock?] = [:]
  private var connections: [(connection: Connection, lines: SpooledLines)] = []
  private var reports: [Int: RankReport] = [:]
  private var lookedAt = -Double.infinity
  /// Whether each one's loss is told, which is of its own part of the batch.
  private let tellsLoss: Bool
  /// Whether all that each has said is told, and not only what it said last.
  private let tellsEach: Bool

  init(in place: RankPlace, tellsEach: Bool) {
    (folder, tellsLoss, self.tellsEach) = (place.folder, place.tellsLoss, tellsEach)
  }

  /// Waits a moment until so many are there: each begins once it is listened to.
  func meet(_ count: Int) {
    let end = now() + 2
    while connections.count < count, now() < end {
      lookedAt = -.infinity
      look()
      usleep(5000)
    }
  }

  /// Waits a moment until all have ended.
  func finish() {
    let end = now() + 2
    while connections.contains(where: \.connection.isOpen), now() < end { usleep(5000) }
  }

  /// What each said last, in their order; nil where nobody has said more since this was last asked.
  func news() -> [RankReport]? {
    look()
    var hasMore = false
    var each: [RankReport] = []
    for known in connections {
      for line in known.lines.more() {
        guard case .rank(var report)? = try? Line.read(line, in: nil).event else { continue }
        if !tellsLoss { report.loss = nil }
        reports[report.rank] = report
        if tellsEach { each.append(report) }
        hasMore = true
      }
    }
    if tellsEach, hasMore { return each.sorted { ($0.step, $0.rank) < ($1.step, $1.rank) } }
    return hasMore ? reports.values.sorted { $0.rank < $1.rank } : nil
  }

  /// Processes may begin one after the other.
  private func look() {
    guard now() - lookedAt > 0.5 else { return }
    lookedAt = now()
    for path in folder.sockets(isFirst: false) where knocks[path] == nil {
      knocks[path] = Connection.Knock(path, isPatient: false)
    }
    for case (let path, let knock?) in knocks where knock.isAnswered(within: 0) {
      knocks[path] = .some(nil)
      guard let spool = try? NamelessFile.open(for: "a process"),
        let connection = try? Connection(knock, spool: spool)
      else { continue }
      connections.append((connection, SpooledLines(connection.copyOfSpool())))
      connection.begin()
    }
  }
}

/// Whole lines of a file that grows, each once.
final class SpooledLines {
  private let file: CInt
  private var place: off_t = 0
  private var rest: [UInt8] = []

  init(_ file: CInt) { self.file = file }
  deinit { close(file) }

  func more() -> [ArraySlice<UInt8>] {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = pread(file, &piece, piece.count, place)
      guard count > 0 else { break }
      place += off_t(count)
      rest += piece.prefix(count)
    }
    guard let end = rest.lastIndex(of: 0x0A) else { return [] }
    let lines = rest[..<end].split(separator: 0x0A)
    rest.removeFirst(end + 1)
    return lines
  }
}
