/// The random stream of dropout masks; its whole state is two numbers.
public final class DropoutStream {
  public struct State: Sendable, Equatable {
    public var seed: UInt64
    /// Masks drawn so far.
    public var draws: UInt64

    public init(seed: UInt64, draws: UInt64) {
      self.seed = seed
      self.draws = draws
    }
  }

  public var state: State

  public init(seed: UInt64) { state = State(seed: seed, draws: 0) }

  /// The key of the next mask: SplitMix64 of the seed and the draw's number.
  func next() -> UInt64 {
    state.draws += 1
    var z = state.seed &+ state.draws &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
