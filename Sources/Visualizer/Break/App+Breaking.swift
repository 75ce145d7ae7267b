internal import Canvas
internal import Moves

extension App {
  /// Opens the list of mistakes, or where the loop is broken the ways to go on.
  mutating func openBreaking() {
    goOnFromQuestion()
    drive.stop()
    light(playback.skip())
    breakPage = broken == nil ? .list(choice: lastChoice) : .mend
  }

  /// The loop is broken from here on: both runs set out by themselves.
  mutating func breakLoop(_ breakage: Breakage, _ run: RunFacts, at time: Double) {
    light(playback.skip())
    let before = Broken.Before(
      run: self.run, stage: stage, history: history, newest: newest, beginning: beginning)
    visit = nil
    turns += 1
    broken = Broken(
      breakage: breakage, start: now.completedSteps, guess: pendingGuess, before: before)
    self.run = run
    history.mark(.broken)
    stage.beginLoop()
    watch.goOn()
    newest = now
    beginning = Beginning(moment: now, stage: stage, reason: .broken)
    panels.add(.twin)
    guard abilities.contains(.breaking) else { return }
    drive.isRunning = true
    drive.nextStepAt = time
  }

  mutating func mend(_ mending: Mending, _ run: RunFacts) {
    guard let broken else { return }
    if question?.kind == .guess || question?.kind == .broken { concludeQuestion() }
    light(playback.skip())
    self.run = run
    panels.remove(.twin)
    self.broken = nil
    turns += 1
    if let found = divergence, found.step > broken.start { divergence = nil }
    guard mending == .fromBefore else { return goOnMended(after: broken) }
    (stage, history) = (broken.before.stage, broken.before.history)
    (newest, beginning) = (broken.before.newest, broken.before.beginning)
    now = Moment(completedSteps: broken.start)
    watch.arrive(stage.stepSoFar)
    watch.goOn()
  }

  /// Steps that the good loop had made beyond where it was broken are dropped here.
  private mutating func goOnMended(after broken: Broken) {
    let last = broken.before.newest.completedSteps
    if last > broken.start {
      let first = broken.start + 1
      options.remark =
        first == last
        ? "The good run's step \(last) is dropped."
        : "The good run's steps \(first) to \(last) are dropped."
    }
    history.mark(.mended)
    stage.beginLoop()
    watch.goOn()
    newest = now
    beginning = Beginning(moment: now, stage: stage, reason: .mended)
  }

  /// Tells what happened, once the steps are made that the guess was about, or the run has ended.
  mutating func tellIfDue() {
    // What is replayed tells itself when.
    guard abilities.contains(.breaking) else { return }
    guard let broken, !broken.isTold, let findings = broken.findings else { return }
    let isOver = findings.ending != nil && divergence == nil
    let isDue = isOver || history.completedSteps >= broken.end
    guard isDue, drive.inFlight == nil, playback.isEmpty, breakPage == nil else { return }
    self.broken?.isTold = true
    openVerdict()
  }

  /// The step after which the loop would be broken now: one in progress is completed first.
  var breakingStep: Int { now.completedSteps + (now.moves > 0 ? 1 : 0) }

  /// Why a mistake would change nothing in this run, and what would help.
  func objection(to breakage: Breakage) -> String? {
    breakage.objection(in: run, from: breakingStep)
  }
}
