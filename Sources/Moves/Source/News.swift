/// What a run tells of itself.
public enum News: Sendable {
  /// A run is ready to be trained: at the start, and after every restart.
  case started(RunFacts, Reading?)
  /// More is known of the run now; it goes on.
  case learned(RunFacts)
  /// Steps and evaluations that lie ahead, where the source knows them: they can be gone to at once.
  case foreseen([StepSummary], [EvaluationReport])
  /// One move was made.
  case moved(MoveReport)
  /// Whole steps were made in a row: what each came to, and the moves of the last one.
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
  /// What the parameters are that were asked for, and where the source knows it what the last step's
  /// moves made of them.
  case watching([WatchedParameter], moves: [MoveReport] = [])
  /// The loop is broken from here on.
  case broke(Breakage, RunFacts)
  /// A step of the broken run, or its evaluation, has been compared with its twin's.
  case found(Findings)
  /// What the counters say is wrong with the loop, by now.
  case signs([Sign])
  /// The loop is as it should be again.
  case mended(Mending, RunFacts)
  /// What was asked for cannot be, and why; the run is as it was.
  case refused(String)
  /// What whoever drove the run had open from here on.
  case viewed(View)
  /// What the screen shows of whoever is followed.
  case presented(Present)
  /// What the class has answered so far.
  case tallied(Question.Tally)
  /// Who is in the class now.
  case attended(Attendance)
  /// Something that a person should know.
  case noted(String)
  /// Who lets a run that is trained elsewhere go on.
  case driven(Driver)
  /// What each of the other processes that train with this one said last.
  case ranked([RankReport])
  /// Whole lines that the script has printed.
  case printed([String])
  /// The run is over for a reason of its own, and goes no further.
  case ended(String)
  /// What was asked for is done.
  case finished
}
