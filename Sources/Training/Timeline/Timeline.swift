import Autograd
public import Moves
import Platform

/// A run that one can go back in, to where it began: the newest moment it reached, and snapshots on
/// the way in bounded memory. What lies between two snapshots is made again, bit for bit.
public final class Timeline {
  public let run: any Run
  public let start: Moment
  public private(set) var newest: Moment
  /// Whether the moves that led here had only finite figures, as far as is known.
  public private(set) var isFinite = true
  private var keyframes: Keyframes
  private let spacing: Double
  private var lastKeyframe: Double

  /// - Parameters:
  ///   - memory: bytes that all snapshots together may take.
  ///   - spacing: seconds that steps may take to make again that are made for the first time.
  public init(
    _ run: any Run, memory: Int = 64 << 20, spacing: Double = 0.02
  ) {
    self.run = run
    self.spacing = spacing
    start = Moment(completedSteps: run.trainer.completedSteps)
    newest = start
    keyframes = Keyframes(memory: memory)
    lastKeyframe = now()
    keyframes.keep(run.snapshot(), at: start.completedSteps)
  }

  public var trainer: Trainer { run.trainer }

  /// What all snapshots together take.
  public var byteCount: Int { keyframes.byteCount }

  public var moment: Moment {
    Moment(completedSteps: trainer.completedSteps, moves: trainer.progress.position)
  }

  /// Makes the next move, for the first time or again.
  public func advance() -> MoveReport {
    if moment.moves == 0 { keepKeyframe() }
    let report = run.advance()
    newest = max(newest, moment)
    if report.nonFinite != nil { isFinite = false }
    return report
  }

  /// Makes a whole step whose moves nobody looks at; tells of none but one that left the finite
  /// numbers, which is then the last.
  public func makeStepUntold() -> MoveReport? {
    keepKeyframe()
    let lost = run.finishStep()
    newest = max(newest, moment)
    if lost != nil { isFinite = false }
    return lost
  }

  /// Goes where the journey leads; between two keyframes steps are made again.
  /// - Parameter goesOn: told how many of the steps on the way are made; when it says no, the run
  ///   is back where it was, and there is no arrival.
  public func travel(_ journey: Journey, goesOn: (_ made: Int, _ of: Int) -> Bool) -> Arrival? {
    travel(to: target(of: journey), goesOn: goesOn)
  }

  private func target(of journey: Journey) -> Moment {
    let now = moment
    let moves = trainer.moveCount
    switch journey {
    case .home: return start
    case .end: return newest
    case .backStep where now.moves > 0: return Moment(completedSteps: now.completedSteps)
    case .backStep: return Moment(completedSteps: max(now.completedSteps - 1, start.completedSteps))
    case .backMove where now.moves > 0:
      return Moment(completedSteps: now.completedSteps, moves: now.moves - 1)
    case .backMove where now > start:
      return Moment(completedSteps: now.completedSteps - 1, moves: moves - 1)
    case .backMove: return now
    }
  }

  func travel(to target: Moment, goesOn: (Int, Int) -> Bool) -> Arrival? {
    let origin = run.snapshot()
    goToStart(of: target)
    let steps = target.completedSteps - trainer.completedSteps
    var moves: [MoveReport] = []
    while moment < target {
      if moment.moves == 0, !pass(target, made: steps, goesOn: goesOn) {
        run.restore(origin)
        trainer.makesReadings = true
        return nil
      }
      let report = run.advance()
      moves.append(report)
      if report.completesStep { moves.removeAll { $0.step < report.step } }
    }
    trainer.evaluationIsDue = false
    trainer.makesReadings = true
    isFinite = moves.allSatisfy { $0.nonFinite == nil }
    return Arrival(moment: target, moves: moves)
  }

  /// The moves of the last completed step and of the one in progress, made again with all that they
  /// have to tell; nothing else changes. None, where that was given up.
  func movesToHere(goesOn: () -> Bool = { true }) -> [MoveReport] {
    let (origin, wasFinite) = (run.snapshot(), isFinite)
    defer {
      run.restore(origin)
      isFinite = wasFinite
    }
    return travel(to: moment) { _, _ in goesOn() }?.moves ?? []
  }

  /// The nearest place before the step that ends at the target or is in progress there: a keyframe,
  /// or where the run stands.
  private func goToStart(of target: Moment) {
    let last = max(target.completedSteps - 1, start.completedSteps)
    guard let start = keyframes.latest(atMost: last) else { return }
    let isNearer = moment.moves == 0 && (start.step...last).contains(moment.completedSteps)
    if !isNearer { run.restore(start.snapshot) }
  }

  /// Before a step that is made again: a keyframe where it will be needed, and a word on the way.
  private func pass(_ target: Moment, made steps: Int, goesOn: (Int, Int) -> Bool) -> Bool {
    let left = target.completedSteps - trainer.completedSteps
    trainer.evaluationIsDue = false
    trainer.makesReadings = left <= 1
    if left <= Self.denseSteps { keyframes.keep(run.snapshot(), at: trainer.completedSteps) }
    return goesOn(steps - left, steps)
  }

  /// Every step begins with a keyframe, unless the last is so recent that making the steps since
  /// then again costs next to nothing.
  private func keepKeyframe() {
    let time = now()
    guard time - lastKeyframe > spacing else { return }
    lastKeyframe = time
    keyframes.keep(run.snapshot(), at: trainer.completedSteps)
  }

  /// Where one has gone back to, one is likely to go back further.
  private static let denseSteps = 8
}
