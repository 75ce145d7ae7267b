internal import Moves

/// All that the screen knows of its run: made anew with each, and kept whole while its loop is broken.
struct RunView: Sendable {
  @Boxed var facts: RunFacts
  var stage: Stage
  var history = History()
  /// The newest moment that the run has reached.
  var newest = Moment(completedSteps: 0)
  var now = Moment(completedSteps: 0)
  /// Where going back ends.
  @Boxed var beginning: Beginning
  /// Where the run first left the finite numbers.
  var divergence: Divergence?
  /// What the counters say is wrong with the loop; in a broken one the verdict tells it.
  var signs: [Sign] = []
  /// The loop that was broken, until it is mended.
  @Boxed var broken: Broken?
  /// How often it was broken and mended.
  var turns = 0
  /// Why it goes no further, once it has said so.
  var farewell: String?

  init(_ facts: RunFacts, _ reading: Reading?) {
    let stage = Stage(reading: reading, parts: facts.settings.parts)
    (self.facts, self.stage) = (facts, stage)
    beginning = Beginning(moment: newest, stage: stage, reason: .start)
  }
}
