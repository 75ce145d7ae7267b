internal import Moves
internal import Wire

/// The moves as a teacher's screen was told them last, and what of it the lines do not have.
struct Retelling {
  private var moves: [MoveReport] = []
  private var now = Moment(completedSteps: 0)
  private(set) var retold: Retold?

  /// - Parameter isWritten: whether the class has it in its lines.
  /// - Returns: whether there is more to tell the class.
  mutating func take(_ news: News, isWritten: Bool) -> Bool {
    switch news {
    case .moved(let report):
      add([report])
      return isWritten ? tellNothing() : tellAll()
    case .ran(let summaries, let lastMoves):
      guard let last = summaries.last else { return false }
      // A step that was begun move by move is told to its end.
      moves.removeAll { $0.step != last.step || $0.completesStep }
      add(lastMoves)
      if let place = moves.indices.last { moves[place].summary = last }
      now = Moment(completedSteps: last.step)
      return isWritten ? tellNothing() : tellAll()
    case .travelled(let arrival):
      (moves, now) = (arrival.moves, arrival.moment)
      return tellAll()
    case .started:
      (moves, now) = ([], Moment(completedSteps: 0))
      return tellNothing()
    case .broke, .mended: return tellNothing()
    default: return false
    }
  }

  /// What was told again before is not so any more.
  private mutating func tellNothing() -> Bool {
    let nothing = Retold(now)
    let isNew = retold.map { !$0.moves.isEmpty } ?? false
    if isNew { retold = nothing }
    return isNew
  }

  private mutating func add(_ reports: [MoveReport]) {
    for report in reports {
      let isNext = moves.last.map { $0.completesStep && $0.step < report.step } ?? false
      if isNext { moves.removeAll { $0.step < report.step - 1 } }
      moves.append(report)
      now = Moment(after: report)
    }
  }

  private mutating func tellAll() -> Bool {
    retold = Retold(now)
    retold?.summary = moves.last { $0.summary != nil }?.summary
    retold?.moves = moves.map { report in
      var report = report
      report.summary = nil
      return report
    }
    return true
  }
}

extension Retold {
  /// What shows there.
  var arrival: Arrival {
    var moves = moves
    if let place = moves.lastIndex(where: \.completesStep) { moves[place].summary = summary }
    return Arrival(moment: now, moves: moves)
  }
}
