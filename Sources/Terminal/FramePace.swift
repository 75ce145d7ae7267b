/// When the next frame may be sent: at most thirty in any second, and after a rest two at once, so
/// that what a key brings about need not wait behind what the key itself changed.
public struct FramePace: Sendable {
  /// Two at once and then one each time are thirty in a second.
  private static let spacing = 1.0 / 29
  /// When two may be sent at once again.
  private var rested = -Double.infinity

  public init() {}

  /// When the next frame may be sent.
  public var next: Double { rested - Self.spacing }

  public mutating func sent(at time: Double) { rested = max(rested, time) + Self.spacing }
}
