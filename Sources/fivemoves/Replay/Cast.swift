internal import Canvas
internal import JSONText
internal import Moves
internal import Recordings
internal import Visualizer

/// A recording as an asciicast (version 2): what a terminal would show, and when.
struct Cast {
  private let size: ScreenSize
  private let theme: Theme
  private var text: String
  private var last: Frame?
  private var time = 0.0

  /// Moves of a recording that says no times are so far apart.
  private static let pace = 0.5

  init(_ size: ScreenSize, _ theme: Theme, title: String) {
    (self.size, self.theme) = (size, theme)
    let header: JSON = [
      "version": .whole(2), "width": .whole(size.width), "height": .whole(size.height),
      "title": .string(title), "idle_time_limit": .real(RecordingSource.longestPause),
    ]
    text = "\(header)\n"
  }

  /// Plays the whole recording, at its own pace.
  static func text(
    of source: RecordingSource, _ tandem: Tandem, _ size: ScreenSize, _ theme: Theme
  ) -> String {
    var (tandem, cast) = (tandem, Cast(size, theme, title: "fivemoves \(tandem.app.run.name)"))
    tandem.tell(.resized(width: size.width, height: size.height))
    cast.show(tandem.app)
    var before = source.nextTime
    while !source.isAtEnd {
      let next = source.nextTime
      let gap = next.flatMap { next in before.map { next - $0 } } ?? pace
      before = next ?? before
      let pause = min(max(gap, 0), RecordingSource.longestPause)
      cast.time += pause
      tandem.perform(.request(.move))
      tandem.pause()
      tandem.pass(pause)
      cast.show(tandem.app)
    }
    return cast.text
  }

  /// What no eye could follow is left out.
  private mutating func show(_ app: App) {
    let frame = app.frame(width: size.width, height: size.height)
    let change = frame.terminalText(after: last, in: theme)
    last = frame
    guard !change.isEmpty else { return }
    let event: JSON = .array([
      .real((time * 1000).rounded() / 1000), .string("o"), .string(change),
    ])
    text += "\(event)\n"
  }
}
