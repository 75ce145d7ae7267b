internal import Canvas
public import Moves

/// Where a person gets by keys, and waits until all is at rest.
extension Tandem {
  /// The first panel of its place; false where the run has no such panel.
  public mutating func show(_ panel: Panel) -> Bool {
    guard app.panels.ring.contains(panel) else { return false }
    app.panels.show(panel)
    rest(ticks: 1)
    return true
  }

  /// Begins the mistake that the run was opened with, without a guess. Both runs set out by themselves;
  /// after the first step they pause.
  public mutating func beginMistake() {
    guard case .guess = app.breakPage else { return }
    tell(.keys([.enter]))
    settle()
    tell(.keys([.character(" ")]))
    rest()
  }

  /// Sets a recording going at the pace at which it was made.
  public mutating func playAsRecorded() {
    while !app.drive.isAsRecorded { app.drive.changeSpeed(by: -1, knowsPace: true) }
    app.drive.isRunning = true
    tell(.tick)
  }

  public var isRunning: Bool { app.drive.isRunning }

  /// Leaves the page about the loop that is open.
  public mutating func closePage() {
    if app.breakPage != nil { tap(.enter, times: 1) }
  }

  /// Nothing is made that nobody asks for.
  public mutating func pause() { app.drive.isRunning = false }

  /// After so many whole steps, made by tapping space; false where the run ends before.
  public mutating func stand(after steps: Int) -> Bool {
    while app.completedSteps < steps {
      let made = app.completedSteps
      tap(.character(" "), times: min(steps - made, Self.tapsAtOnce))
      if app.completedSteps > made { continue }
      // What happened is told on a page of its own; enter goes on from there.
      guard app.breakPage != nil else { return false }
      tap(.enter, times: 1)
      if app.breakPage != nil { return false }
    }
    return true
  }

  /// In a step, after one of its moves; false where it has no such move, or the run ends before.
  public mutating func stand(in step: Int, after move: Move) -> Bool {
    guard stand(after: step - 1) else { return false }
    if app.breakPage != nil { tap(.enter, times: 1) }
    let last = app.moves.lastIndex { $0.move == move }
    while app.completedSteps < step {
      let before = app.run.now
      tap(.right, times: 1)
      if let live = app.run.stage.live, live.step == step, live.position == last { return true }
      // An evaluation that is due is a stop of its own.
      if app.run.now == before { tap(.right, times: 1) }
      if app.run.now == before { return false }
    }
    return false
  }

  private mutating func tap(_ key: Key, times: Int) {
    tell(.keys(Array(repeating: key, count: times)))
    rest()
  }

  private static let tapsAtOnce = 1000
}
