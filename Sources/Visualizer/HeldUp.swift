internal import Moves

/// How far an evaluation is held up that takes longer than a look at what the step has made.
enum HeldUp: Sendable {
  case none
  /// It was asked to give way.
  case asked
  /// It has, and is made again.
  case due
}

extension App {
  /// A parameter that is chosen while the network is measured is told of first: its figures are
  /// there, and the evaluation finds the same once more.
  mutating func holdsUpEvaluation() -> Bool {
    guard case .running = run.stage.detour, drive.inFlight != nil, heldUp == .none,
      playback.isEmpty,
      abilities.isSuperset(of: [.evaluation, .watching]), watch.wanted != nil
    else { return false }
    heldUp = .asked
    return true
  }

  /// What was held up goes on before anything else.
  mutating func nextHeldUp() -> Request? {
    guard heldUp == .due else { return nil }
    heldUp = .none
    return .evaluate
  }
}
