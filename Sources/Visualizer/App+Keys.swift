internal import Canvas
internal import Moves

extension App {
  /// Takes in one read of the keyboard: a held key grants one step, every tap counts.
  mutating func read(_ keys: [Key], at time: Double) {
    // Over a page nobody has read it yet.
    if !isHelpOpen, breakPage == nil { options.remark = nil }
    answer = nil
    leaveClass(for: keys, at: time)
    let runs = Self.runs(of: keys)
    var mayDrop = !drive.waiting.isEmpty
    for (index, run) in runs.enumerated() {
      let isBurst = index > 0 && runs[index - 1].count > Self.mostTaps
      if take(run, mayDrop: mayDrop || isBurst, at: time) { mayDrop = false }
    }
  }

  /// More equal keys than a finger taps while a link brings nothing: they were held, or typed by a
  /// program, and the next key ends them.
  private static let mostTaps = 15

  private static func runs(of keys: [Key]) -> [[Key]] {
    keys.reduce(into: []) { runs, key in
      if runs.last?.last == key { runs[runs.count - 1].append(key) } else { runs.append([key]) }
    }
  }

  /// A key that drops a burst sets nothing else going, and none that drops anything a run: whoever
  /// stops it wants it to stop. After a few taps another key is meant for itself.
  /// - Returns: whether they dropped what waited.
  private mutating func take(_ keys: [Key], mayDrop: Bool, at time: Double) -> Bool {
    let isHold = streak.isHold(keys, at: time)
    // One picture is enough.
    if isHold, keys.allSatisfy(asksForPicture) { return false }
    guard let key = keys.first else { return false }
    if !isHold { held = nil }
    if isSpent(key, isHold: isHold) {
      if isAtHalt { options.remark = Self.stopRemark(key) }
      return false
    }
    if isHold, let action = action(for: key), let request = action.request,
      objection(to: action) == nil
    {
      held = key
      hold(action, request == .step ? .wholeStep : request, at: time)
      return false
    }
    let isMuch = drive.waiting.count > Self.mostTaps
    let isDropped = mayDrop && dropWaiting(unlike: key)
    let action = action(for: key)
    let onlyStops = isDropped && (isMuch ? action?.setsGoing == true : action == .run)
    for key in keys.dropFirst(onlyStops ? 1 : 0) { press(key, at: time) }
    return isDropped
  }

  /// Whether the key belongs to a hold that has led to what is to be seen: it does nothing more there.
  /// The first keys of a hold come as taps do, but sooner than anyone answers.
  private func isSpent(_ key: Key, isHold: Bool) -> Bool {
    let isHeld = isHold && held == key
    guard let action = action(for: key) else { return isHeld }
    return isAtHalt && action.request?.trainsOn == true && (isHeld || streak.isQuick)
  }

  private static func stopRemark(_ key: Key) -> String {
    "\(key.name.capitalizedFirst) stops here: let go of it, and press it again to go on."
  }

  /// Whether the run stands at its end, or where it left the finite numbers.
  private var isAtHalt: Bool { ending != nil || divergenceHere != nil }

  /// What the key does here; while a page is open keys are the page's.
  func action(for key: Key) -> Action? {
    isHelpOpen || breakPage != nil || search != nil || isAsking ? nil : Action(key)
  }

  /// What keys had queued is dropped, so that nothing runs on after the release.
  private mutating func hold(_ action: Action, _ request: Request, at time: Double) {
    leaveVisit(for: action)
    slowTaps.skip(at: time)
    drive.dropWaiting()
    drive.isRunning = false
    light(playback.skip())
    playback.pace = .none
    guard drive.inFlight == nil else { return }
    drive.enqueue(request)
  }

  private mutating func press(_ key: Key, at time: Double) {
    if asksForPicture(key) { return askForPicture() }
    if followingTakes(key, at: time) { return }
    if isHelpOpen { return pressInHelp(key) }
    if isAsking { return chooseQuestion(key) }
    if let breakPage {
      if wasMeantToPause(key, on: breakPage, at: time) { return }
      return press(key, on: breakPage)
    }
    if key == .escape, journey != nil { isGivingUp = true }
    if search != nil { return type(key) }
    if takesBackQuestion(key) { return }
    if case .paste = key { options.remark = Self.pasteRemark }
    if visitTakes(key) { return }
    guard let action = Action(key) else { return tellOfNothing(key) }
    perform(action, at: time)
  }

  /// What a terminal says of itself is no key, and a paste has had its answer.
  private mutating func tellOfNothing(_ key: Key) {
    // It may have dropped what was waiting.
    guard options.remark == nil, dropped.isEmpty else { return }
    switch key {
    case .report, .paste, .redraw: break
    case .escape: options.remark = "esc has nothing to close here; q leaves the program."
    default: options.remark = "\(key.name) changes nothing here; ? lists the keys."
    }
  }

  mutating func pressInHelp(_ key: Key) {
    let closing: [Key] = [.escape, .enter, .character("q"), .character("?"), .character(" ")]
    if scrollsHelp(key) { return }
    guard closing.contains(key) || key == HelpView.visitKey else { return sayNothing(of: key) }
    isHelpOpen = false
    if key == HelpView.visitKey { askForVisit() }
  }

  /// Whether the key moves what has no room; a page that fits stands still.
  private mutating func scrollsHelp(_ key: Key) -> Bool {
    guard let size, let change = HelpView.scrolls[key] else { return false }
    let last = help.lastScroll(width: size.width, height: size.height)
    let place = min(max(min(helpScroll, last) + change, 0), last)
    defer { helpScroll = place }
    return place != helpScroll
  }

  mutating func perform(_ action: Action, at time: Double) {
    leaveVisit(for: action)
    if let why = objection(to: action) { return options.remark = why }
    if action.setsGoing, !onlyPauses(action) { goOnFromQuestion() }
    if action.skipsLights { slowTaps.skip(at: time) }
    switch action {
    case .back: goBack(.backMove)
    case .stepBack: goBack(.backStep)
    case .home: goBack(.home)
    case .end: goToEnd()
    case .step: tapStep(at: time)
    case .move, .stepOn, .evaluate, .sample, .check: action.request.map { tap($0) }
    case .run: toggleRun(at: time)
    case .faster: changeSpeed(by: 1)
    case .slower: changeSpeed(by: -1)
    case .nextPanel: turnPanels(by: 1)
    case .lastPanel: turnPanels(by: -1)
    case .explain(let move): explain(move)
    case .chooseLast: choose(by: -1)
    case .chooseNext: choose(by: 1)
    case .pageUp: turnPage(by: -1)
    case .pageDown: turnPage(by: 1)
    case .find: find()
    case .mostMoved: chooseMostMoved()
    case .breakLoop: openBreaking()
    case .ask: openAsking()
    case .scale: changeScale()
    case .smooth: smooth()
    case .plot: changePlot()
    case .picture: askForPicture()
    case .restart: seed.map { restart(withSeed: $0) }
    case .newSeed: seed.map { restart(withSeed: $0 &+ 1) }
    case .help: (isHelpOpen, helpScroll) = (true, 0)
    case .quit: quit()
    }
  }

  /// Whether the key stops what goes by itself, or had stopped a moment ago at its end.
  private func onlyPauses(_ action: Action) -> Bool {
    if drive.isRunning { return action == .run || action.request?.trainsOn == true }
    return action == .run && stepsLeft <= 0
  }

  private static let pasteRemark =
    "Pasted text does nothing here; the search that / opens takes it."

  /// Every key pauses a run that goes by itself; one that trains on does no more than that.
  mutating func tap(_ request: Request) {
    let onlyPauses = drive.isRunning && request.trainsOn
    drive.isRunning = false
    guard !onlyPauses else { return }
    light(playback.skip())
    drive.enqueue(request)
    playback.pace = .none
  }

  /// A step that nothing stands before is lit move by move.
  private mutating func tapStep(at time: Double) {
    let isAlone = !drive.isRunning && drive.queue.isEmpty && drive.inFlight == nil
    tap(.step)
    guard isAlone, options.animates else { return slowTaps.noteTap(at: time) }
    playback.pace = slowTaps.pace(at: time, for: moves)
  }
}
