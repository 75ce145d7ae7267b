internal import Moves

/// Going where a mistake is seen best.
extension App {
  /// Where the chosen mistake is seen best, unless the run is there already.
  func destination(of breakage: Breakage) -> Place? {
    guard abilities.contains(.restarts) else { return nil }
    return breakage.place.flatMap { $0.isSame(as: goodRun) ? nil : $0 }
  }

  /// What is known of the run as it was before its loop was broken.
  private var goodRun: RunFacts { run.broken?.before.facts ?? run.facts }

  /// Where the mistake is seen best, in words; nil for a loop put together by hand.
  func wordsOnPlace(of breakage: Breakage) -> String? {
    guard let place = breakage.place else { return nil }
    return place.isSame(as: goodRun)
      ? "This is where it is seen best: \(place.why)."
      : "It is seen best in \(place.words): \(place.why)."
        + (isInAnyClass || !abilities.contains(.restarts) ? "" : " g goes there, to step 0.")
  }

  /// Begins the run anew there, with the mistake to be guessed about.
  mutating func go(for breakage: Breakage) {
    guard let place = destination(of: breakage), let seed else { return }
    drive.stop()
    playback = Playback()
    destination = breakage
    drive.enqueue(.begin(place, seed: seed))
  }
}
