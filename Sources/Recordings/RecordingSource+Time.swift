internal import Moves
internal import Platform
internal import Wire

/// When things happened, where that was written.
extension RecordingSource {
  /// Seconds from the recording's beginning to the next thing that it tells; nil where that is not known.
  public var nextTime: Double? {
    let place = cursor < segment.end ? cursor : nil
    return place.flatMap { store.line(at: $0)?.bytes }
      .flatMap { try? Line.read($0, in: context).time }
  }

  /// Whether all is played, and no more is written.
  public var isAtEnd: Bool {
    !isGrowing && cursor >= segment.end && part + 1 >= index.segments.count
  }

  /// Waits as long as the run had, then goes on by one stop. Nobody waits through a long pause.
  func moveAsRecorded(_ goesOn: () -> Bool, _ tell: (News) -> Void) {
    let next = nextTime
    if let next, let last = lastTime {
      let due = lastMade + min(max(next - last, 0), Self.longestPause)
      while Platform.now() < due, goesOn() { usleep(10_000) }
    }
    move(goesOn, tell)
    (lastTime, lastMade) = (next, Platform.now())
  }

  public static let longestPause = 1.5
}
