/// What a line may carry: what is sent is paid for by waiting, and a rest earns a little ahead, so that
/// the first that comes after it goes at once.
public struct LineCredit: Sendable {
  /// Bytes a second.
  private static let rate = 1600.0
  private static let most = 1600.0
  /// Seconds that even a large screen keeps the next waiting at most: what it costs beyond them is not paid.
  private static let longest = 1.5

  private var credit = Self.most
  private var time = -Double.infinity

  public init() {}

  /// When the next may be sent.
  public var next: Double { credit >= 0 ? time : time - credit / Self.rate }

  public mutating func sent(_ bytes: Int, at time: Double) {
    let earned = self.time.isFinite ? (time - self.time) * Self.rate : 0
    credit = min(credit + earned, Self.most) - Double(bytes)
    (credit, self.time) = (max(credit, -Self.longest * Self.rate), time)
  }
}
