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
  private var shownAt = -1.0

  /// Moves of a recording that says no times are so far apart in its first steps.
  private static let pace = 0.5
  private static let slowSteps = 3
  /// All the others of it together take no longer.
  private static let longest = 180.0
  private static let framesPerSecond = 30.0

  private init(_ size: ScreenSize, _ theme: Theme, title: String) {
    (self.size, self.theme) = (size, theme)
    let header: JSON = [
      "version": .whole(2), "width": .whole(size.width), "height": .whole(size.height),
      "title": .string(title), "idle_time_limit": .real(RecordingSource.longestOnPage),
    ]
    text = "\(header)\n"
  }

  /// Plays the whole recording, at its own pace where it tells one.
  static func text(
    of source: RecordingSource, _ tandem: Tandem, _ size: ScreenSize, _ theme: Theme
  ) -> String {
    var (tandem, cast) = (tandem, Cast(size, theme, title: "fivemoves \(tandem.app.facts.name)"))
    tandem.tell(.resized(width: size.width, height: size.height))
    source.isPatient = false
    if source.abilities.contains(.recordedPace) {
      cast.playAsMade(source, &tandem)
    } else {
      cast.play(source, &tandem)
    }
    cast.show(tandem.app)
    return cast.text
  }

  private mutating func playAsMade(_ source: RecordingSource, _ tandem: inout Tandem) {
    tandem.playAsRecorded()
    var before = source.nextTime
    while tandem.isRunning {
      let next = source.nextTime
      let pause = source.pause((next ?? 0) - (before ?? 0))
      before = next
      wait(pause, tandem.app)
      tandem.settle(atMost: 1)
      tandem.pass(pause)
    }
  }

  private mutating func play(_ source: RecordingSource, _ tandem: inout Tandem) {
    let facts = source.facts
    let perStep = facts.recipe.planned(microBatches: facts.settings.parts).count
    let moves = Double(max(source.steps * perStep, 1))
    let quick = min(Self.pace, Self.longest / moves)
    while !source.isAtEnd {
      let pause = tandem.app.completedSteps < Self.slowSteps ? Self.pace : quick
      wait(pause, tandem.app)
      tandem.perform(.request(.move))
      tandem.pause()
      tandem.pass(pause)
    }
  }

  /// Shows what is there now for so long; what no eye could follow is left out.
  private mutating func wait(_ pause: Double, _ app: App) {
    if time + pause - shownAt >= 1 / Self.framesPerSecond { show(app) }
    time += pause
  }

  private mutating func show(_ app: App) {
    shownAt = time
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
