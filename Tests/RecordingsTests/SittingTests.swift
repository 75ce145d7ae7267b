import Canvas
import Foundation
import Moves
import Testing
internal import Training
internal import Wire

@testable internal import Recordings
@testable internal import Visualizer

/// A lesson at the keyboard, recorded: the app as it was whenever all was at rest.
struct SatThrough {
  private(set) var seen: [App] = []
  let size: (Int, Int)
  let recording: String

  private final class Box { var text = "" }

  /// - Parameter keys: one press a string of equal keys, after each of which all comes to rest.
  init(_ lesson: String, size: (Int, Int), keys: [[Key]]) throws {
    self.size = size
    var chosen = Lessons.named(lesson)?.defaults ?? Hyperparameters()
    (chosen.steps, chosen.evalInterval) = (300, 50)
    let trainer = try Trainer(lesson: lesson, hyperparameters: chosen)
    let (reading, box) = (trainer.firstReading(), Box())
    let source = try RecordedSource(
      TrainerSource(trainer, sampleLength: 20), reading: reading, version: "test"
    ) { box.text += $0 }
    var tandem = Tandem(
      App(
        run: source.facts, reading: reading, options: App.Options(animates: false),
        abilities: source.abilities), source)
    tandem.tell(.resized(width: size.0, height: size.1))
    for key in keys {
      tandem.press(key)
      seen.append(tandem.app)
    }
    recording = box.text
  }
}

extension Tandem {
  /// Keys, and all that comes of them.
  fileprivate mutating func press(_ keys: [Key]) {
    tell(.keys(keys))
    rest(ticks: 1)
    while app.drive.isRunning { rest(ticks: 5) }
  }
}

extension App {
  /// Every cell, but for the header's word on who drives, whose guess it was, where a key leads, and the
  /// footer's keys.
  fileprivate func cells(_ size: (Int, Int), as other: App) -> ArraySlice<Cell> {
    var app = self
    (app.drive, app.run.newest, app.run.farewell) = (other.drive, other.run.newest, nil)
    app.source = other.source
    let frame = app.frame(width: size.0, height: size.1)
    return frame.cells.prefix(size.0 * (size.1 - 1))
  }

  /// The rows in which the likest of these is another.
  fileprivate func misses(among others: ArraySlice<App>, _ size: (Int, Int)) -> String {
    let own = text(size).split(separator: "\n", omittingEmptySubsequences: false)
    let rows = others.map { other in
      zip(own, other.text(size).split(separator: "\n", omittingEmptySubsequences: false)).dropLast()
        .filter { $0 != $1 }
    }
    let likest = rows.min { $0.count < $1.count } ?? []
    return likest.map { "\n  \($0)\n  \($1)" }.joined()
  }

  fileprivate func text(_ size: (Int, Int)) -> String { frame(width: size.0, height: size.1).text }
}

@Suite struct SittingTests {
  private static let space = Key.character(" ")

  /// A lesson as a teacher gives it: an evaluation, a mistake that is guessed about, its verdict, and
  /// the loop mended from here.
  private static let lesson: [[Key]] =
    [[space], [space], [.right], [.right], [.tab], [.character("2")]]
    + [Array(repeating: space, count: 48), [.character("e")], [.tab]]
    + [Array(repeating: space, count: 9), [.character("b")], [.down], [.up], [.enter]]
    + [
      [.character("2")], [.down], [.enter], [.character("b")], [.character("1")], [space], [space],
    ]

  private static let small = Result { try SatThrough("story", size: (80, 24), keys: lesson) }
  private static let large = Result { try SatThrough("story", size: (120, 40), keys: lesson) }

  /// There a parameter's life comes up: its maker saw the step before made again with all that it has
  /// to tell of that parameter, which is in no line.
  private static let lateLook = 8

  @Test(arguments: [small, large])
  func `at the recorded pace a replay shows all that its maker saw`(
    sat: Result<SatThrough, any Error>
  ) throws {
    let sat = try sat.get()
    let size = sat.size
    var replay = try Replay(sat.recording)
    replay.source.isPatient = false
    replay.tandem.tell(.resized(width: size.0, height: size.1))
    replay.tandem.tell(.keys(Array(repeating: .character("-"), count: 3) + [.enter]))
    var shown = [replay.tandem.app]
    while replay.tandem.app.drive.isRunning {
      replay.tandem.settle(atMost: 1)
      replay.tandem.pass(0)
      shown.append(replay.tandem.app)
    }
    var place = 0
    for (number, app) in sat.seen.enumerated() where number != Self.lateLook {
      let found = shown[place...].firstIndex { $0.cells(size, as: app) == app.cells(size, as: app) }
      #expect(found != nil, "\(number) after \(place): \(app.misses(among: shown[place...], size))")
      place = found ?? place
    }
    #expect(sat.seen.contains { $0.breakPage?.isVerdict ?? false })
    #expect(replay.tandem.app.completedSteps == sat.seen.last?.completedSteps)
  }

  /// A replay's keys for those of the lesson; nil where only whoever trains has a page before him.
  private static let replayed: [[[Key]]?] =
    [[[space]], [[space]], [[.right]], [[.right]], [[.tab]], [[.character("2")]]]
    + [[Array(repeating: space, count: 48)], [[.right]], [[.tab]]]
    + [[Array(repeating: space, count: 9)], nil, nil, nil, nil]
    + [[[.right], [.enter]], [[.down]], [[.enter]], nil, [[.right]], [[space]], [[space]]]

  @Test(arguments: [small, large])
  func `the same keys show the same screens again`(
    sat: Result<SatThrough, any Error>
  ) throws {
    let sat = try sat.get()
    let size = sat.size
    var replay = try Replay(sat.recording)
    replay.tandem.tell(.resized(width: size.0, height: size.1))
    for (number, keys) in Self.replayed.enumerated() {
      guard let keys else { continue }
      for key in keys { replay.tandem.press(key) }
      if number == Self.lateLook { continue }
      let (app, again) = (sat.seen[number], replay.tandem.app)
      #expect(
        again.cells(size, as: app) == app.cells(size, as: app),
        "\(number): \(app.misses(among: [again], size))")
    }
  }

  @Test
  func `end goes to the end of all, home through loop after loop, and the verdict waits there`()
    throws
  {
    let sat = try Self.large.get()
    let size = sat.size
    var replay = try Replay(sat.recording)
    replay.tandem.tell(.resized(width: size.0, height: size.1))
    var places: [String] = []
    for key in [Key.end, .end, .home, .home, .right, .enter, .home, .home, .end] {
      replay.tandem.press([key])
      let app = replay.tandem.app
      let loop = app.run.broken == nil ? "" : " broken"
      let page = app.breakPage?.isVerdict ?? false ? " verdict" : ""
      places.append("\(app.completedSteps)\(loop)\(page)")
    }
    #expect(
      places == [
        "161", "161", "159", "159 broken", "159 broken verdict", "159 broken", "59 broken", "59",
        "161",
      ])
    let verdict = try #require(sat.seen.last { $0.breakPage?.isVerdict ?? false })
    for (key, number) in [(Key.home, 0), (.home, 0), (.right, 1), (.enter, 0)] {
      replay.tandem.press([key])
      let again = replay.tandem.app
      #expect(
        (again.cells(size, as: verdict) == verdict.cells(size, as: verdict)) == (number == 1),
        "\(verdict.misses(among: [again], size))")
    }
  }

  @Test func `a parameter's last values are as many in a replay as they were for its maker`() throws
  {
    let live = try SatThrough(
      "line", size: (80, 24), keys: [Array(repeating: Self.space, count: 70), [.character(",")]])
    let maker = try #require(live.seen.last)
    var replay = try Replay(live.recording)
    for key in [Key.end, .character(",")] { replay.tandem.press([key]) }
    let panels = [maker, replay.tandem.app].map {
      LifePanel(app: $0).frame(width: 120, height: 24).text.split(separator: "\n")
        .first { $0.hasPrefix("range") }
    }
    #expect(maker.completedSteps == 69 && replay.tandem.app.completedSteps == 69)
    #expect(panels[0] == panels[1] && panels[0].map { $0.count > 70 } == true, "\(panels)")
  }

  @Test func `where nobody sat there its verdict shows behind its evaluation`() throws {
    let sat = try Self.small.get()
    let lines = sat.recording.split(separator: "\n").filter { !$0.hasPrefix(#"{"type":"view""#) }
    let text = lines.joined(separator: "\n").replacing(#","views":true"#, with: "") + "\n"
    var replay = try Replay(text)
    replay.tandem.press(Array(repeating: Self.space, count: 59))
    var evaluated: [Int] = []
    while replay.tandem.app.breakPage == nil, replay.tandem.app.completedSteps < 161 {
      replay.tandem.press([.right])
      if case .done(let report) = replay.tandem.app.run.stage.detour {
        evaluated.append(report.step)
      }
    }
    #expect(replay.tandem.app.breakPage?.isVerdict == true)
    #expect(replay.tandem.app.completedSteps == 159 && evaluated.last == 159)
  }
}
