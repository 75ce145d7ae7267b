internal import Kernels

/// The random stream of dropout: a key and how far it has come, so that a snapshot is two numbers.
public final class DropoutStream {
  public struct State: Sendable, Equatable {
    public var key: UInt64
    public var place: UInt64
  }

  public var state: State

  public init(seed: UInt64) {
    state = State(key: seed &* 0x9E37_79B9_7F4A_7C15 &+ 0xD1B5_4A32_D192_ED03, place: 0)
  }

  /// The mask for the next so many values.
  func mask(probability: Float, count: Int) -> DropoutMask {
    defer { state.place &+= UInt64(count) }
    return DropoutMask(probability: probability, key: state.key, place: state.place)
  }
}
