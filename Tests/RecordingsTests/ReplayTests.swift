import Canvas
import Foundation
internal import JSONText
import Moves
import Testing
internal import Training
internal import Wire

@testable internal import Recordings
@testable internal import Visualizer

/// A lesson on the screen while it is recorded, and then the recording beside it.
private final class Pair {
  private var live: Tandem
  private var log = ""
  private(set) var steps: [App] = []

  init(_ lesson: String, steps: Int) throws {
    var chosen = Lessons.named(lesson)?.defaults ?? Hyperparameters()
    chosen.steps = steps
    chosen.evalInterval = 20
    let trainer = try Trainer(lesson: lesson, hyperparameters: chosen)
    let reading = trainer.firstReading()
    let box = Box()
    let source = try RecordedSource(
      TrainerSource(trainer, sampleLength: 20), reading: reading, version: "test"
    ) { box.text += $0 }
    self.box = box
    live = Tandem(
      App(
        run: source.facts, reading: reading, options: App.Options(animates: false),
        abilities: [.moves, .back]), source)
  }

  final class Box { var text = "" }
  private let box: Box

  var recording: String { box.text }

  /// The app as it is after each of these.
  func ask(_ requests: [Request]) -> [App] {
    requests.map {
      live.perform(.request($0))
      return live.app
    }
  }
}

/// An app beside a recording in a file of its own.
struct Replay {
  var tandem: Tandem
  let source: RecordingSource

  init(_ text: String) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "replay-\(UUID())")
    try Data(text.utf8).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    source = try RecordingSource(open(path.path, O_RDONLY | O_CLOEXEC), name: "r.jsonl")
    let app = App(
      run: source.facts, reading: source.reading, options: App.Options(animates: false),
      abilities: source.abilities)
    tandem = Tandem(app, source)
  }

  mutating func ask(_ requests: [Request]) -> [App] {
    requests.map {
      tandem.perform(.request($0))
      return tandem.app
    }
  }
}

extension App {
  /// The first row in which the screens are not alike, cell by cell.
  fileprivate func difference(from other: App) -> String? {
    var other = other
    // A recording knows what lies ahead, and the header shows it.
    other.run.newest = run.newest
    for (width, height) in [(80, 24), (120, 40)] {
      let screens = [self, other].map { $0.frame(width: width, height: height) }
      if screens[0] == screens[1] { continue }
      let rows = screens.map { $0.text.split(separator: "\n", omittingEmptySubsequences: false) }
      let row = zip(rows[0], rows[1]).first { $0 != $1 }
      return row.map { "\($0.0)\n\($0.1)" } ?? "colours at \(width)x\(height)"
    }
    return nil
  }
}

@Suite struct ReplayTests {
  /// Time goes by for neither.
  @Test(arguments: ["line", "spiral", "story", "names"])
  func `a replay shows the very screens of the run`(lesson: String) throws {
    let moves = Array(repeating: Request.move, count: 14)
    let steps =
      [Request.step, .step] + Array(repeating: .wholeStep, count: 17)
      + [.steps(atMost: 30, seconds: 1e6), .move, .move, .step]
    let back = [
      Request.travel(.backStep), .travel(.backMove), .travel(.home), .step, .travel(.end),
    ]
    let requests = moves + steps + back
    let pair = try Pair(lesson, steps: 60)
    let live = pair.ask(requests)
    var replay = try Replay(pair.recording)
    let again = replay.ask(requests)
    for (number, (one, other)) in zip(live, again).enumerated() {
      #expect(one.run.now == other.run.now, "\(number): \(requests[number])")
      #expect(one.difference(from: other) == nil, "\(number): \(requests[number])")
    }
  }

  @Test func `every place of a recording is gone back to, over a break and its mending`() throws {
    let breakage = try #require(Breakage.named("forget-zero-grad"))
    let pair = try Pair("line", steps: 60)
    let broken: [Request] = [.breakLoop(breakage), .step, .step]
    let live = pair.ask([.step, .step, .step] + broken + [.mend(.fromBefore), .step, .step])
    var replay = try Replay(pair.recording)
    let onward = replay.ask([.step, .step, .step, .move, .step, .step, .move, .step, .step])
    #expect(onward.map(\.run.now) == live.map(\.run.now))
    #expect(onward.map { $0.run.broken == nil } == live.map { $0.run.broken == nil })
    let back = replay.ask(Array(repeating: .travel(.backStep), count: 9))
    #expect(
      back.map { "\($0.run.now.completedSteps)\($0.run.broken == nil ? "" : " broken")" }
        == ["4", "3", "5 broken", "4 broken", "3 broken", "3", "2", "1", "0"])
  }

  @Test func `at the recorded pace the panels open as they did, and only then`() throws {
    let pair = try Pair("line", steps: 60)
    _ = pair.ask([.step, .step])
    var lines = pair.recording.split(separator: "\n").map(String.init)
    let place = try #require(lines.firstIndex { $0.hasPrefix(#"{"type":"step","step":1,"#) })
    let view = View(panel: "words", explained: .clip)
    lines.insert(
      String(Recorder(version: "test").text(for: view).dropLast()), at: place + 1)
    for isAsRecorded in [true, false] {
      var replay = try Replay(lines.joined(separator: "\n") + "\n")
      replay.tandem.tell(.resized(width: 100, height: 30))
      let slower = Array(repeating: Key.character("-"), count: isAsRecorded ? 3 : 2)
      replay.tandem.tell(.keys(slower + [.enter]))
      replay.tandem.rest(ticks: 60)
      #expect(replay.tandem.app.completedSteps == 2)
      #expect(replay.tandem.app.panels.isShown(.words) == isAsRecorded)
      #expect(replay.tandem.app.explained == (isAsRecorded ? .clip : nil))
    }
  }

  /// As json.dumps of Python, or jq, would write it.
  @Test(arguments: ["blanks", "order"])
  func `how a line is spelled makes no difference`(spelling: String) throws {
    let pair = try Pair("line", steps: 60)
    _ = pair.ask(Array(repeating: .step, count: 12) + [.move, .move])
    let lines = try pair.recording.split(separator: "\n").map { line in
      let json = try JSONReader.read(Array(line.utf8)[...])
      if spelling == "order" { return JSON.members(json.members.reversed()).description }
      let blank = line.replacing(":", with: ": ").replacing(",", with: ", ")
      return try JSONReader.read(Array(blank.utf8)[...]) == json ? String(blank) : String(line)
    }
    #expect(lines.contains { spelling == "order" || $0.hasPrefix(#"{"type": "step","#) })
    let requests = [Request.step, .move, .step, .travel(.end), .travel(.backStep), .travel(.home)]
    var (plain, other) = (
      try Replay(pair.recording), try Replay(lines.joined(separator: "\n") + "\n")
    )
    #expect(other.source.remark == nil)
    for (one, two) in zip(plain.ask(requests), other.ask(requests)) {
      #expect(
        one.run.now == two.run.now && one.difference(from: two) == nil,
        "\(one.run.now) \(two.run.now)")
    }
  }

  @Test func `a time that is no number is no time`() throws {
    let line = #"{"type":"end","words":"so","time":"NaN"}"#
    #expect(try Line.read(Array(line.utf8)[...], in: nil).time == nil)
  }

  @Test func `a mark before UTF-8 is passed over`() throws {
    let pair = try Pair("line", steps: 60)
    _ = pair.ask([.step, .step])
    var replay = try Replay("\u{FEFF}" + pair.recording)
    #expect(replay.source.remark == nil)
    #expect(replay.ask([.step, .step]).last?.completedSteps == 2)
  }

  /// A picture is of the moment that was asked for, whatever the run did before and after.
  @Test func `a picture of a moment is what the screen showed there`() throws {
    let breakage = try #require(Breakage.named("forget-zero-grad"))
    let pair = try Pair("line", steps: 60)
    var requests = Array(repeating: Request.step, count: 23) + [.evaluate, .move, .move]
    requests += [.breakLoop(breakage), .step, .step, .mend(.fromHere), .step, .step]
    let live = pair.ask(requests)
    for (number, app) in live.enumerated() where app.run.now.moves == 0 || number == 25 {
      let step = app.run.now.moves == 0 ? app.completedSteps : app.completedSteps + 1
      // With the evaluation that was asked for there; a loop that begins there shows nothing yet.
      if live.dropFirst(number + 1).first?.run.now == app.run.now, app.run.broken == nil {
        continue
      }
      if app.run.beginning.moment == app.run.now, app.run.beginning.reason != .start { continue }
      let source = try Replay(pair.recording).source
      var tandem = Tandem(
        App(
          run: source.facts, reading: source.reading, options: App.Options(animates: false),
          abilities: source.abilities), source, foretells: false)
      let move: Move? = app.run.now.moves == 0 ? nil : .forward
      let stands = tandem.take { source.stand(after: step, move: move, $0) }
      #expect(stands, "\(step)")
      #expect(app.difference(from: tandem.app) == nil, "\(number): \(app.run.now)")
    }
    let source = try Replay(pair.recording).source
    #expect(!source.stand(after: 99) { _ in } && source.nearestStep(to: 99) == 28)
  }

  @Test func `a torn last line is left out, with a word`() throws {
    let pair = try Pair("line", steps: 60)
    _ = pair.ask([.step, .step])
    let torn = pair.recording + #"{"type":"move","step":3,"mo"#
    let replay = try Replay(torn)
    #expect(replay.source.remark?.contains("last line is torn") == true)
    let twice = try Replay("\(pair.recording)what\n\(torn.suffix(20))")
    #expect(twice.source.remark?.contains("and 1 more line could not be read") == true)
    var other = try Replay(torn)
    #expect(other.ask([.step, .step, .step]).last?.completedSteps == 2)
  }
}
