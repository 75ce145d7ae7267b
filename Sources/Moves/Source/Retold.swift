/// What whoever drives was told again of moves that were made before, and so stand in no line, or
/// otherwise: the newest one counts.
public struct Retold: Sendable, Equatable {
  public var now: Moment
  /// The moves of the last completed step and of the one in progress; none where the lines have them.
  public var moves: [MoveReport] = []
  /// What the last completed step came to.
  public var summary: StepSummary?

  public init(_ now: Moment) { self.now = now }
}
