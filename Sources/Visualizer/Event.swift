public import Canvas
public import Moves

/// What happened, as the app is told of it.
public enum Event: Sendable {
  /// All keys of one read of the keyboard, in order.
  case keys([Key])
  /// The screen has this size, from the start or from now on.
  case resized(width: Int, height: Int)
  /// The time the app asked to be woken at has come.
  case tick
  /// A run is ready to be trained: at the start, and after every restart.
  case started(RunFacts, Reading)
  /// The worker made one move.
  case moved(MoveReport)
  /// The worker made whole steps in a row: what each came to, and the moves of the last one.
  case ran([StepSummary], lastMoves: [MoveReport])
  /// The loop left the road for an evaluation after this many completed steps.
  case evaluating(step: Int)
  case evaluated(EvaluationReport)
  /// The network was asked to write after this many completed steps.
  case sampling(step: Int)
  case sampled(SampleReport)
  case checked(GradientCheck)
  /// A journey takes a while: so many of the steps on the way are made again.
  case travelling(made: Int, of: Int)
  case travelled(Arrival)
  /// What the parameters are that were asked for.
  case watching([WatchedParameter])
  /// The loop is broken from here on.
  case broke(Breakage, RunFacts)
  /// What was asked for cannot be begun, and why; the run is as it was.
  case refused(String)
  /// A step of the broken run, or its evaluation, has been compared with its twin's.
  case found(Findings)
  /// The loop is as it should be again.
  case mended(Mending, RunFacts)
  /// The effect in flight is done.
  case finished
}
