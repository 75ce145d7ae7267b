/// What one of several processes that train together says of its last training step.
public struct RankReport: Sendable, Equatable {
  /// Its number among them, from 0.
  public var rank: Int
  public var step: Int
  /// Seconds spent in each move, in the order of `Move.allCases`.
  public var moveSeconds: [Double]
  /// Of its own part of the batch; nil where that is not told.
  public var loss: Float?
  /// How long a viewer held the first of them in that step.
  public var heldSeconds = 0.0

  public init(rank: Int, step: Int, moveSeconds: [Double], loss: Float?) {
    (self.rank, self.step, self.moveSeconds, self.loss) = (rank, step, moveSeconds, loss)
  }
}
