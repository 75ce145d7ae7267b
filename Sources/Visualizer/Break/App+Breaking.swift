internal import Canvas
internal import Moves

extension App {
  /// Opens the list of mistakes, or where the loop is broken the ways to go on.
  mutating func openBreaking() {
    goOnFromQuestion()
    drive.stop()
    light(playback.skip())
    breakPage = run.broken == nil ? .list(choice: lastChoice) : .mend
  }

  /// The loop is broken from here on: both runs set out by themselves.
  mutating func breakLoop(_ breakage: Breakage, _ facts: RunFacts, at time: Double) {
    light(playback.skip())
    visit = nil
    run.broken = Broken(
      breakage: breakage, start: run.now.completedSteps, guess: pendingGuess, before: run)
    run.turns += 1
    run.facts = facts
    run.history.mark(.broken)
    run.stage.beginLoop()
    watch.goOn()
    run.newest = run.now
    run.beginning = Beginning(moment: run.now, stage: run.stage, reason: .broken)
    panels.add(.twin)
    guard abilities.contains(.breaking) else { return }
    drive.isRunning = true
    drive.nextStepAt = time
  }

  mutating func mend(_ mending: Mending, _ facts: RunFacts) {
    guard let broken = run.broken else { return }
    if question?.kind == .guess || question?.kind == .broken { concludeQuestion() }
    light(playback.skip())
    panels.remove(.twin)
    let turns = run.turns + 1
    if mending == .fromBefore { run = broken.before }
    (run.facts, run.broken, run.turns) = (facts, nil, turns)
    if let found = run.divergence, found.step > broken.start { run.divergence = nil }
    guard mending == .fromBefore else { return goOnMended(after: broken) }
    watch.arrive(run.stage.stepSoFar)
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
    run.history.mark(.mended)
    run.stage.beginLoop()
    watch.goOn()
    run.newest = run.now
    run.beginning = Beginning(moment: run.now, stage: run.stage, reason: .mended)
  }

  /// Tells what happened, once the steps are made that the guess was about, or the run has ended.
  mutating func tellIfDue() {
    // What is replayed tells itself when.
    guard abilities.contains(.breaking) else { return }
    guard let broken = run.broken, !broken.isTold, let findings = broken.findings else { return }
    let isOver = findings.ending != nil && run.divergence == nil
    let isDue = isOver || run.history.completedSteps >= broken.end
    guard isDue, drive.inFlight == nil, playback.isEmpty, breakPage == nil else { return }
    run.broken?.isTold = true
    openVerdict()
  }

  /// The step after which the loop would be broken now: one in progress is completed first.
  var breakingStep: Int { run.now.completedSteps + (run.now.moves > 0 ? 1 : 0) }

  /// Why a mistake would change nothing in this run, and what would help.
  func objection(to breakage: Breakage) -> String? {
    breakage.objection(in: run.facts, from: breakingStep)
  }
}
