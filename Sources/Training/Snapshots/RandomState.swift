public import Autograd

/// Where the random streams stand that training draws from; evaluations begin theirs anew.
public struct RandomState: Sendable, Equatable {
  /// Which examples the next batch has.
  public var batches: MersenneTwister
  /// The samples that a person asked for.
  public var sampling: MersenneTwister
  /// Nil for a network without dropout.
  public var dropout: DropoutStream.State?

  public init(
    batches: MersenneTwister, sampling: MersenneTwister, dropout: DropoutStream.State?
  ) {
    self.batches = batches
    self.sampling = sampling
    self.dropout = dropout
  }
}
