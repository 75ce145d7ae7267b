public import Moves

/// What a file tells of the run it is of: enough to build the network again.
public struct RunDescription: Sendable {
  public var lesson: String
  public var hyperparameters: Hyperparameters
  /// The symbols a language model knows, in the order of their numbers; empty for others.
  public var vocabulary: [String]
  public var completedSteps: Int
}
