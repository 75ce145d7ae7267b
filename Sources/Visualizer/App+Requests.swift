internal import Moves

/// What is asked of the source next.
extension App {
  mutating func nextEffects(at time: Double) -> [Effect] {
    if isQuitting { return [.quit] }
    if isGivingUp {
      isGivingUp = false
      return [.giveUp]
    }
    if holdsUpEvaluation() { return [.giveUp] }
    return takePicture() + (nextRequest(at: time).map { [.request($0)] } ?? [])
  }

  /// At most one request is in flight: what was tapped comes first, then the run. A step whose moves
  /// do not light up one by one is told of at once.
  private mutating func nextRequest(at time: Double) -> Request? {
    guard drive.inFlight == nil else { return nil }
    // What is still to be lit is not told before, but for a run that tells it with each light; an
    // evaluation leaves every parameter as it is.
    if !playback.holdsMove || abilities.contains(.watching), let places = watch.wanted {
      watch.ask(places)
      drive.inFlight = .watch(places)
      return drive.inFlight
    }
    if let view = changedView {
      shownView = view
      drive.inFlight = .look(view)
      return drive.inFlight
    }
    let request = nextHeldUp() ?? drive.nextFromQueue() ?? nextOfRun(at: time)
    if let request { prepare(request) }
    drive.inFlight = request == .step && playback.pace.isNone ? .wholeStep : request
    return drive.inFlight
  }

  /// Only a step that nothing waits behind is lit move by move.
  private mutating func prepare(_ request: Request) {
    switch request {
    case .step where drive.queue.isEmpty: break
    case .evaluate, .sample: playback.pace = lightPace(total: SlowTaps.shortLights)
    default: playback.pace = .none
    }
  }

  private mutating func nextOfRun(at time: Double) -> Request? {
    guard following == nil, drive.isRunning, playback.isEmpty, time >= drive.nextStepAt else {
      return nil
    }
    if drive.isAsRecorded { return .moveAsRecorded }
    let left = stepsLeft
    guard left > 0 else {
      drive.isRunning = false
      return nil
    }
    drive.nextStepAt = max(drive.nextStepAt + 1 / drive.speed, time)
    if drive.speed > Self.fastestLit {
      return .steps(atMost: burst(of: left), seconds: Drive.burst)
    }
    playback.pace = lightPace(total: SlowTaps.shortLights)
    return .step
  }

  /// A broken run pauses where it is told what happened, or where it cannot go on.
  var stepsLeft: Int {
    let left = (run.facts.settings.steps ?? .max) - run.history.completedSteps
    guard let broken = run.broken, abilities.contains(.breaking) else { return left }
    if broken.findings?.ending != nil { return 0 }
    return broken.isTold ? left : broken.end - run.history.completedSteps
  }

  private func burst(of left: Int) -> Int { drive.speed.isInfinite ? left : 1 }

  /// Above two steps a second the pipeline shows one frame a step.
  static let fastestLit = 2.0

  /// How long each move stays lit when the lights of a whole step take so long.
  func lightPace(total: Double) -> Pace {
    options.animates ? .even(total / Double(max(moves.count, 1))) : .none
  }

  /// Those of a whole step.
  var moves: [PlannedMove] {
    run.facts.recipe.planned(microBatches: run.facts.settings.parts)
  }
}
