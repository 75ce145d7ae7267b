internal import Canvas
internal import Moves

/// Keys that may have nothing to do, and then say so in the footer.
extension App {
  private var isIdle: Bool { drive.queue.isEmpty && !drive.isRunning }

  /// Going back has an end.
  mutating func goBack(_ journey: Journey) {
    // What is read from a file tells itself where it begins: another run may stand before this one.
    let isRead = !abilities.isDisjoint(with: [.recorded, .elsewhere])
    if run.now == run.beginning.moment, isIdle, !isRead { options.remark = run.beginning.words }
    tap(.travel(journey))
  }

  mutating func goToEnd() {
    if run.now == run.newest, drive.queue.isEmpty, !abilities.contains(.recorded) {
      options.remark = "This is the newest moment: space goes on."
    }
    tap(.travel(.end))
  }

  /// The same number again lets the panel follow the live move.
  mutating func explain(_ move: Move) {
    let isShown = explained == move && panels.isShown(.move)
    if isShown {
      options.remark = "The panel follows the live move again."
    } else if panels.isShown(.move), explained == nil, run.stage.live?.move == move {
      options.remark =
        "The panel stays on \(move.number) \(move.name) now; press \(move.number) again to follow "
        + "the live one."
    }
    explained = isShown ? nil : move
    panels.show(.move)
  }

  mutating func toggleRun(at time: Double) {
    light(playback.skip())
    if !drive.isRunning, stepsLeft <= 0, run.broken?.findings?.ending == nil {
      options.remark =
        abilities.contains(.restarts)
        ? "The schedule is at its end: space goes on, r starts again."
        : "The schedule is at its end: home leads back to its beginning."
      return
    }
    drive.isRunning.toggle()
    drive.nextStepAt = time
  }

  /// A run shows its speed in the header; what only will run is told.
  mutating func changeSpeed(by change: Int) {
    let before = drive.pace
    drive.changeSpeed(by: change, knowsPace: abilities.contains(.recordedPace))
    if drive.pace == before {
      options.remark =
        "\(drive.pace.capitalizedFirst) is the \(change > 0 ? "fastest" : "slowest") here."
    } else if !drive.isRunning {
      options.remark =
        drive.isAsRecorded
        ? "Enter plays it at the pace at which it was recorded." : "Enter runs at \(drive.pace)."
    }
  }

  mutating func changePlot() {
    let all = options.ascii ? [PlotCharacters.ascii] : PlotCharacters.allCases
    let index = all.firstIndex(of: options.plot) ?? 0
    options.plot = all[(index + 1) % all.count]
    options.remark =
      all.count == 1
      ? "There are only plain letters to draw with here."
      : "Curves are drawn with \(options.plot.words)."
  }

  mutating func changeScale() {
    lossScale = lossScale == .linear ? .logarithmic : .linear
    options.remark =
      lossScale == .linear
      ? "The loss axis is linear: equal steps up are equal differences."
      : "The loss axis is logarithmic: equal steps up are equal factors."
  }

  mutating func smooth() {
    smoothing = smoothing.next
    options.remark = smoothing.words
  }

  mutating func restart(withSeed seed: UInt64) {
    let isNew = seed != self.seed
    drive.stop()
    playback = Playback()
    let made = run.newest.completedSteps
    let dropped = made > 0 ? " The run so far, up to step \(made), is dropped." : ""
    options.remark =
      "Started \(isNew ? "" : "again ")with seed \(seed)." + dropped
    drive.enqueue(.restart(seed: seed))
  }
}

extension App {
  /// What was asked for cannot be begun: all is as it was, but for the question on the way.
  mutating func refuse(_ why: String) {
    light(playback.skip())
    options.remark = why
    (destination, pendingGuess) = (nil, nil)
    if question?.kind == .guess, run.broken == nil { concludeQuestion() }
  }

  /// Nothing that waits is made any more.
  mutating func end(_ why: String) {
    light(playback.skip())
    (run.farewell, options.remark) = (why, why)
    if following != nil { endClass() }
    drive.stop()
  }
}

extension Drive {
  /// "4 steps a second".
  var pace: String {
    isAsRecorded
      ? "the recorded pace"
      : speed.isInfinite
        ? "full speed" : speed == 1 ? "1 step a second" : "\(Int(speed)) steps a second"
  }
}

extension Smoothing {
  fileprivate var words: String {
    self == .off
      ? "The curve is not smoothed."
      : "EMA \(keeps): a mean in which each loss counts \(keeps) times as much as the next."
  }
}

extension PlotCharacters {
  fileprivate var words: String {
    switch self {
    case .ascii: "plain letters"
    case .block: "block characters"
    case .braille: "braille dots"
    }
  }
}
