internal import Moves
internal import Platform
internal import Wire

/// When things happened, where that was written.
extension RecordingSource {
  /// Seconds from the recording's beginning to the next thing that it tells; nil where that is not known.
  public var nextTime: Double? {
    let next = part + 1 < index.segments.count ? index.segments[part + 1].header : nil
    let place = cursor < segment.end ? cursor : next
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
      let due = lastMade + pause(next - last)
      while isPatient, Platform.now() < due, goesOn() { usleep(10_000) }
    }
    move(isAsMade: true, goesOn, tell)
    (lastTime, lastMade) = (next, Platform.now())
  }

  /// How long is waited where the run took so many seconds: not longer than there is to look at.
  public func pause(_ seconds: Double) -> Double {
    min(max(seconds, 0), isOnPage ? Self.longestOnPage : Self.longestPause)
  }

  static let longestPause = 1.5
  /// A page has more to read.
  public static let longestOnPage = 6.0
}
