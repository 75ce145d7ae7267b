public import Moves

/// What a file tells of the run it is of: enough to build the network again.
public struct RunDescription: Sendable {
  public var lesson: String
  public var hyperparameters: Hyperparameters
  /// The symbols a language model knows, in the order of their numbers; empty for others.
  public var vocabulary: [String]
  public var completedSteps: Int
  /// Which data it trained on; nil where the file does not say.
  public var data: DataFacts?
  /// The loss of its last step as a log has it; nil where the file does not say.
  public var lastLoss: String?

  /// Those of the run that goes on, with what may be otherwise now as it was.
  func facts(_ now: RunFacts) -> RunFacts {
    var then = now
    (then.hyperparameters, then.data) = (hyperparameters, data)
    return then
  }
}
