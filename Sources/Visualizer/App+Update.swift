internal import Moves

extension App {
  /// Takes in what happened and says what the world should do.
  public mutating func update(_ event: Event, at time: Double) -> [Effect] {
    let mayPause = drive.isRunning && breakPage == nil
    switch event {
    case .keys(let keys): read(keys, at: time)
    case .resized(let width, let height): fit(width: width, height: height)
    case .tick: break
    case .news(let news): take(news, at: time)
    case .answered(let words): answer = words
    }
    light(playback.take(at: time))
    if panels.isShown(.life) { watch.open(run.stage) }
    tellIfDue()
    if mayPause, breakPage?.isVerdict == true { verdictAt = time }
    askByPage()
    watchNote(at: time)
    let effects = nextEffects(at: time)
    keepStill(after: event, at: time)
    return effects
  }

  private mutating func take(_ news: News, at time: Double) {
    if case .evaluated = news { heldUp = .none }
    switch news {
    case .moved, .evaluating, .evaluated, .sampling, .sampled, .checked, .found:
      playback.append(news)
    case .ran(let summaries, let lastMoves): take(summaries, lastMoves)
    case .started(let run, let reading): start(run, reading)
    case .learned(let run): learn(run)
    case .foreseen(let summaries, let evaluations): foresee(summaries, evaluations)
    case .signs(let signs): take(signs)
    case .finished: finish()
    case .travelling(let made, let count): journey = (made, count)
    case .travelled(let arrival): arrive(arrival)
    case .watching(let watched, let moves): follow(watched, moves)
    case .broke(let breakage, let run): breakLoop(breakage, run, at: time)
    case .refused(let why): refuse(why)
    case .noted(let words): options.remark = words
    case .presented(let present): take(present, at: time)
    case .tallied(let tally): take(tally)
    case .attended(let attendance): self.attendance = attendance
    case .printed(let lines): take(printed: lines)
    case .driven(let driver): self.driver = driver
    case .ranked(let reports): show(reports)
    case .viewed(let view): follow(view)
    case .ended(let why): end(why)
    case .mended(let mending, let run): mend(mending, run)
    }
  }

  /// Whole steps made together light up as one.
  private mutating func take(_ summaries: [StepSummary], _ lastMoves: [MoveReport]) {
    light(playback.skip())
    drive.didRun(steps: summaries.count)
    if !dropped.isEmpty { tellDropped(made: summaries.count) }
    for summary in summaries { add(summary) }
    for report in lastMoves { show(report) }
    if lastMoves.isEmpty, let last = summaries.last { run.stage.pass(last) }
    let last = summaries.last.map { Moment(completedSteps: $0.step) }
    (lastMoves.last.map { Moment(after: $0) } ?? last).map { reach($0) }
  }

  /// What lies ahead can be gone to, as what one has gone back behind.
  private mutating func foresee(
    _ summaries: [StepSummary], _ evaluations: [EvaluationReport]
  ) {
    for summary in summaries {
      run.history.foresee(summary)
      watch.take(summary)
    }
    for report in evaluations { run.history.foresee(report) }
    let last = summaries.last.map { Moment(completedSteps: $0.step) }
    run.newest = max(run.newest, last ?? run.newest)
  }

  private mutating func add(_ summary: StepSummary) {
    cost = summary.cost ?? cost
    if abilities.contains(.elsewhere), summary.moveSeconds.count == Move.allCases.count {
      ownRank = RankReport(
        rank: 0, step: summary.step, moveSeconds: summary.moveSeconds, loss: summary.loss)
      ownRank?.heldSeconds = summary.heldSeconds
    }
    if summary.lost > 0 {
      options.remark =
        "\(summary.lost.counted("line")) could not be told: this screen was too slow."
    }
    run.history.append(summary)
    watch.take(summary)
  }

  private mutating func show(_ report: MoveReport) {
    run.stage.light(report)
    watch.take(report)
    chooseFirstMoved()
    glossary.follow(report.move)
    if let found = Divergence(report) { stop(at: found) }
    if visitPage == nil { visit = nil }
  }

  /// Nothing runs on into numbers that mean nothing; later ones follow from the first.
  private mutating func stop(at found: Divergence) {
    if let first = run.divergence, first.moment < found.moment { return }
    run.divergence = found
    drive.stop()
  }

  mutating func light(_ news: [News]) {
    for piece in news { light(piece) }
  }

  private mutating func light(_ news: News) {
    switch news {
    case .moved(let report):
      show(report)
      reach(Moment(after: report))
      if let summary = report.summary { add(summary) }
    case .evaluated(let report):
      run.stage.detour = .done(report)
      run.history.append(report)
    case .evaluating(let step): run.stage.detour = .running(step: step)
    case .sampling(let step): run.stage.detour = .sampling(step: step)
    case .sampled(let report): run.stage.detour = .sampled(report)
    case .checked(let check): run.stage.detour = .checked(check)
    case .found(let findings): run.broken?.findings = findings
    default: break
    }
  }

  private mutating func start(_ facts: RunFacts, _ reading: Reading?) {
    concludeQuestion()
    askingPage = nil
    let isOther = facts.lesson != run.facts.lesson || facts.tensors != run.facts.tensors
    run = RunView(facts, reading)
    panels.remove(.twin)
    panels.remove(.signs)
    if isOther { panels.begin(with: reading) }
    breakPage = destination.map { .guess($0) }
    place = destination?.place ?? place
    destination = nil
    playback = Playback()
    dropped = []
    // What asked for this run is not done before it says so, and nothing else is asked until then.
    drive = drive.begun(anew: !abilities.contains(.restarts))
    slowTaps = SlowTaps()
    explained = nil
    watch = isOther ? Watch(facts) : watch.begun(anew: facts)
    if isOther { (visit, example) = (nil, 0) }
    if following?.isAlone == true { comeAlong() }
    isAsking = false
  }

  /// The first sign brings its panel up.
  private mutating func take(_ signs: [Sign]) {
    if run.signs.isEmpty, !signs.isEmpty { panels.add(.signs) }
    if signs.isEmpty { panels.remove(.signs) }
    run.signs = signs
  }

  /// Where the order of its moves is found to be another, they stand elsewhere.
  private mutating func learn(_ facts: RunFacts) {
    if facts.recipe != run.facts.recipe { run.stage.beginLoop() }
    run.facts = facts
  }

  private mutating func show(_ reports: [RankReport]) {
    if ranks.isEmpty { panels.append(.ranks) }
    ranks = reports
  }

  /// What is printed first gets its panel, which stands behind the others.
  private mutating func take(printed lines: [String]) {
    if printed.isEmpty { panels.append(.output) }
    printed = (printed + lines).suffix(Self.mostPrinted)
  }

  private mutating func finish() {
    drive.finish()
    if heldUp == .asked { heldUp = .due }
    journey = nil
    if !dropped.isEmpty { tellDropped() }
  }

  private mutating func reach(_ moment: Moment) {
    run.now = moment
    run.newest = max(run.newest, moment)
  }

  /// Shows what showed there: the charts, the boxes, and the evaluation that the loop came to.
  private mutating func arrive(_ arrival: Arrival) {
    light(playback.skip())
    run.farewell = nil
    if drive.inFlight == .travel(.end), arrival.moment == run.now, abilities.contains(.recorded) {
      options.remark =
        following == nil
        ? "This is the end of the recording." : "This is all that has happened so far."
    }
    if !abilities.contains(.asking) { (question, former) = (nil, nil) }
    run.now = arrival.moment
    run.history.go(to: run.now.completedSteps)
    run.stage = run.beginning.stage
    watch.arrive(arrival.moves)
    for report in arrival.moves {
      run.stage.light(report)
      glossary.follow(report.move)
    }
    let isTold = arrival.moves.contains { $0.step >= run.now.completedSteps }
    if !isTold, run.now.completedSteps > run.beginning.moment.completedSteps {
      run.stage.pass(run.history.lastStep)
    }
    // A visit begins on the road.
    if visit != nil, run.now == Moment(completedSteps: 0) { return }
    guard run.now.moves == 0, let last = run.history.evaluations.last,
      last.step == run.now.completedSteps
    else { return }
    run.stage.detour = .done(last)
  }
}
