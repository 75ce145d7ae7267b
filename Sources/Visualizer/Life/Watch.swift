internal import Moves

/// Which parameter's life is told, and what is known of it.
struct Watch: Sendable, Equatable {
  private let run: RunFacts
  private(set) var chosen: ParameterPlace
  /// Whether a person has looked yet; before, the trainer watches what the lesson gives it.
  private(set) var isOpen = false
  /// What the trainer was asked to watch last.
  private(set) var asked: [ParameterPlace]?
  private var tracks: [ParameterPlace: LifeTrack] = [:]

  /// So few parameters are all watched at once.
  static let fewest = 8

  init(_ run: RunFacts) {
    self.run = run
    chosen = ParameterPlace(tensor: 0, element: 0)
  }

  /// The same choice in a run that begins: nothing is known of it yet.
  func begun(anew run: RunFacts) -> Watch {
    var fresh = Watch(run)
    (fresh.chosen, fresh.isOpen) = (chosen, isOpen)
    return fresh
  }

  /// What the trainer should watch from now on; nil where it does so already.
  var wanted: [ParameterPlace]? {
    let places = isSmall ? all : [chosen]
    return isOpen && asked != places ? places : nil
  }

  mutating func ask(_ places: [ParameterPlace]) { asked = places }

  /// Another trainer goes on from here, and has not been asked yet.
  mutating func goOn() { asked = nil }

  var track: LifeTrack { tracks[chosen] ?? LifeTrack(chosen) }

  /// Begins with the one that moved most, where that is known.
  mutating func open(_ latest: MoveReport?) {
    guard !isOpen else { return }
    isOpen = true
    if !isSmall { chooseMostMoved(latest) }
  }

  mutating func open(at place: ParameterPlace) {
    isOpen = true
    choose(place)
  }

  mutating func choose(_ place: ParameterPlace) {
    chosen = place
    if !isSmall { tracks = tracks.filter { $0.key == place } }
  }

  /// The one that moved most in the last update; its life is in the report.
  mutating func chooseMostMoved(_ latest: MoveReport?) {
    guard let latest, case .step(let update) = latest.outcome, let life = update.largestMover,
      let place = run.place(of: life)
    else { return }
    choose(place)
    take(latest)
  }

  mutating func take(_ report: MoveReport) {
    for watched in report.watched where tracks[watched.place] == nil {
      tracks[watched.place] = LifeTrack(watched.place)
    }
    if tracks[chosen] == nil { tracks[chosen] = LifeTrack(chosen) }
    for place in tracks.keys { tracks[place]?.take(report) }
    guard case .step(let update) = report.outcome else { return }
    for life in update.watched + (update.largestMover.map { [$0] } ?? []) {
      guard let place = run.place(of: life), tracks[place]?.life == nil else { continue }
      tracks[place]?.take(life)
    }
  }

  /// At another moment of the run; where no move tells of it, the trainer is asked.
  mutating func arrive(_ moves: [MoveReport]) {
    for place in tracks.keys { tracks[place]?.leave() }
    if moves.isEmpty { asked = nil }
    for report in moves {
      take(report)
      if let summary = report.summary { take(summary) }
    }
  }

  mutating func take(_ summary: StepSummary) {
    for place in tracks.keys { tracks[place]?.take(summary) }
  }

  mutating func take(_ watched: [WatchedParameter]) {
    for one in watched { tracks[one.place, default: LifeTrack(one.place)].take(one) }
  }

  private var isSmall: Bool { run.parameterCount <= Self.fewest }

  private var all: [ParameterPlace] {
    run.tensors.indices.flatMap { tensor in
      (0..<run.tensors[tensor].count).map { ParameterPlace(tensor: tensor, element: $0) }
    }
  }
}
