internal import ArgumentParser
internal import Moves

/// The moment of a run that a picture shows: "40", or "40.backward".
struct PictureMoment {
  let step: Int
  /// In that step after this move, instead of after all of it.
  let move: Move?

  init(_ text: String) throws {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let step = try Typed.whole(String(parts[0]))
    guard step >= 0 else { throw ValidationError("it must be 0 or more") }
    self.step = step
    guard parts.count == 2 else {
      move = nil
      return
    }
    guard step > 0, let move = Move.allCases.first(where: { $0.name == parts[1] }) else {
      throw ValidationError(
        "it must be a step, such as 40, or one from 1 on with a move, such as 40.backward")
    }
    self.move = move
  }

  var words: String { move.map { "\($0.name) in step \(step)" } ?? "step \(step)" }
}
