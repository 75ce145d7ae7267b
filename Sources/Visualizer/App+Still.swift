extension App {
  /// How long the panels stay as they are while steps fly by: more often no eye can follow, and a map
  /// is thousands of bytes each time.
  static let stillTime = 0.25

  /// What the panels show: of a quick run a moment ago, which they say, else now.
  var inPanels: App {
    guard var seen = still.first else { return self }
    seen.run.stage.screenStep = run.stage.step
    // The loop's live line is the one that the boxes show.
    seen.run.stage.detour = run.stage.detour
    return seen
  }

  /// Whether steps are closer together than that.
  private var isTooQuickForPanels: Bool { isHurried && drive.speed > 1 / Self.stillTime }

  /// Keeps this moment for the panels, or lets go of an older one.
  mutating func keepStill(after event: Event, at time: Double) {
    switch event {
    case .keys, .resized: still = []
    default: break
    }
    guard isTooQuickForPanels else {
      still = []
      return
    }
    guard still.isEmpty || time >= stillUntil else { return }
    still = []
    still = [self]
    stillUntil = time + Self.stillTime
  }
}
