/// What a run is asked for.
public enum Request: Sendable, Equatable {
  /// Make the next move only.
  case move
  /// Make it after the time that it took when it was written down.
  case moveAsRecorded
  /// Make the rest of the training step, telling of every move.
  case step
  /// Make whole steps, at most so many and for about so long, telling of them together.
  case steps(atMost: Int, seconds: Double)
  /// Leave the road for an evaluation now.
  case evaluate
  /// Let the network write.
  case sample
  /// Compare the gradient with a finite difference along it.
  case check
  /// Go where the run has been already.
  case travel(Journey)
  /// Tell of these parameters from now on.
  case watch([ParameterPlace])
  /// The person has something else open now.
  case look(View)
  /// Show what whoever is followed sees from now on, or stay here while the others go on.
  case follow(Bool)
  /// Answer what whoever is followed asks: which question, and which of its answers, from 0 on.
  case answer(question: Int, choice: Int)
  /// Complete the step in progress, then go on with this mistake, beside a twin without it.
  case breakLoop(Breakage)
  /// Go on with the good loop: from here, or from the moment before it was broken.
  case mend(Mending)
  /// Begin the lesson anew.
  case restart(seed: UInt64)
  /// Begin another lesson, or the same with other settings, on its own data.
  case begin(Place, seed: UInt64)
}

extension Request {
  /// One step that lights up as one.
  public static let wholeStep = Request.steps(atMost: 1, seconds: 0)
}
