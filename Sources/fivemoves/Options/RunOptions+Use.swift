internal import ArgumentParser
internal import Moves
internal import Training

/// What a person sets is to change something.
extension RunOptions {
  /// - Parameter chosen: what the run is made with, all told.
  /// - Throws: the first option that has no effect in it.
  func checkUse(of chosen: Hyperparameters, in lesson: String) throws(ValidationError) {
    let idle = Lessons.idleOptions(in: lesson)
    for row in settings.list.map(\.row) {
      let option = row.option
      // Without dropout is what such a network is.
      if idle.contains(option), option != "--dropout" || chosen.dropout > 0 {
        throw ValidationError(
          "\(option) changes nothing in the lesson \(lesson), whose network has no use for it; "
            + "leave it out.")
      }
      if chosen.optimizer == .sgd, row.traits.contains(.adamW) {
        throw ValidationError(
          "\(option) changes nothing with --optimizer sgd, which keeps no means of the gradients; "
            + "leave it out, or choose --optimizer adamw.")
      }
    }
  }
}
