/// Where a run stands: how many steps are complete, and how many moves of the next are made.
public struct Moment: Sendable, Hashable, Comparable {
  public var completedSteps: Int
  public var moves: Int

  public init(completedSteps: Int, moves: Int = 0) {
    self.completedSteps = completedSteps
    self.moves = moves
  }

  /// The moment that a move led to.
  public init(after report: MoveReport) {
    self.init(
      completedSteps: report.completesStep ? report.step : report.step - 1,
      moves: report.completesStep ? 0 : report.position + 1)
  }

  public static func < (first: Moment, second: Moment) -> Bool {
    (first.completedSteps, first.moves) < (second.completedSteps, second.moves)
  }
}

/// A way through a run that has been made already.
public enum Journey: Sendable, Equatable {
  case backMove
  case backStep
  /// Step 0, with the parameters that training began with.
  case home
  /// The newest moment that was reached.
  case end
}

/// Where a journey ended, and what shows there.
public struct Arrival: Sendable, Equatable {
  public var moment: Moment
  /// The moves of the last completed step, and of the step in progress.
  public var moves: [MoveReport]

  public init(moment: Moment, moves: [MoveReport]) {
    self.moment = moment
    self.moves = moves
  }
}
