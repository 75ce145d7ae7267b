internal import Moves

/// Which parameter's life is told, and what is known of it.
struct Watch: Sendable, Equatable {
  @Boxed private var run: RunFacts
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
  var soFar: LifeSoFar { track.soFar }

  /// Begins with the one that moved most, where that is known.
  mutating func open(_ stage: Stage) {
    guard !isOpen else { return }
    isOpen = true
    if !isSmall { chooseMostMoved(stage) }
  }

  /// Another screen has chosen it, and knows this of it.
  mutating func show(
    _ place: ParameterPlace, _ soFar: LifeSoFar, _ values: [Float], upTo step: Int
  ) {
    isOpen = true
    if place != chosen || tracks[place] == nil { choose(place, []) }
    tracks[place]?.show(soFar, values, upTo: step)
  }

  mutating func open(at place: ParameterPlace) {
    isOpen = true
    choose(place, [])
  }

  /// What the step so far has told of every parameter holds for a new one, too.
  mutating func choose(_ place: ParameterPlace, _ stepSoFar: [MoveReport]) {
    chosen = place
    if !isSmall { tracks = tracks.filter { $0.key == place } }
    follow(place, stepSoFar)
  }

  /// The one that moved most in the last update.
  mutating func chooseMostMoved(_ stage: Stage) {
    guard let life = stage.latest[.step]?.update?.largestMover, let place = run.place(of: life)
    else { return }
    choose(place, stage.stepSoFar)
  }

  mutating func take(_ report: MoveReport) {
    for watched in report.watched where tracks[watched.place] == nil {
      tracks[watched.place] = LifeTrack(watched.place)
    }
    if tracks[chosen] == nil { tracks[chosen] = LifeTrack(chosen) }
    for place in tracks.keys { take(report, at: place) }
  }

  /// An update knows parameters by their names.
  private mutating func take(_ report: MoveReport, at place: ParameterPlace) {
    tracks[place]?.take(report)
    guard let update = report.update, tracks[place]?.soFar.life == nil else { return }
    let lives = update.watched + (update.largestMover.map { [$0] } ?? [])
    lives.first { run.place(of: $0) == place }.map { tracks[place]?.take($0) }
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

  /// What the last step made of those that are watched from now on; their values before are not known.
  mutating func retake(_ moves: [MoveReport]) {
    guard !moves.isEmpty else { return }
    for place in tracks.keys { tracks[place]?.leave() }
    for report in moves { take(report) }
  }

  mutating func take(_ summary: StepSummary) {
    for watched in summary.watched where tracks[watched.place] == nil {
      tracks[watched.place] = LifeTrack(watched.place)
    }
    for place in tracks.keys { tracks[place]?.take(summary) }
  }

  /// What the step so far has told of one that is new holds for it, too.
  mutating func take(_ watched: [WatchedParameter], _ stepSoFar: [MoveReport]) {
    for one in watched {
      follow(one.place, stepSoFar)
      tracks[one.place]?.take(one)
    }
  }

  private mutating func follow(_ place: ParameterPlace, _ stepSoFar: [MoveReport]) {
    guard tracks[place] == nil else { return }
    tracks[place] = LifeTrack(place)
    for report in stepSoFar { take(report, at: place) }
  }

  private var isSmall: Bool { run.parameterCount.map { $0 <= Self.fewest } ?? false }

  private var all: [ParameterPlace] {
    run.tensors.indices.flatMap { tensor in
      (0..<run.tensors[tensor].count).map { ParameterPlace(tensor: tensor, element: $0) }
    }
  }
}
