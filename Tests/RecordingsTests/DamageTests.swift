import Canvas
import Chance
import Foundation
import Moves
import Testing
internal import Training
internal import Wire

@testable internal import Recordings
@testable internal import Visualizer

/// A recording with all that one can have, and what accidents make of it.
private struct Damage {
  private let lines: [[UInt8]]
  private var random: SeededGenerator
  private let file: CInt
  /// What ends the program is left here.
  private let path: String

  init(_ lesson: String, seed: UInt64) throws {
    random = SeededGenerator(state: seed)
    lines = try Self.recording(of: lesson).split(separator: "\n").map { Array($0.utf8) }
    path =
      FileManager.default.temporaryDirectory.appending(path: "damaged-\(lesson)-\(getpid())").path
    file = open(path, O_RDWR | O_CREAT, 0o600)
  }

  func remove() {
    unlink(path)
    close(file)
  }

  private static func recording(of lesson: String) throws -> String {
    var chosen = Lessons.named(lesson)?.defaults ?? Hyperparameters()
    chosen.steps = 12
    let trainer = try Trainer(lesson: lesson, hyperparameters: chosen)
    let source = TrainerSource(trainer, sampleLength: 5)
    let reading = trainer.firstReading()
    var recorder = Recorder(version: "test", tellsViews: true)
    var text = recorder.begin(RunLine(source.facts, reading: reading))
    let requests: [Request] = [
      .watch([ParameterPlace(tensor: 0, element: 0)]), .step, .wholeStep, .evaluate, .check,
      .breakLoop(Breakage.all[0]), .step, .mend(.fromBefore), .step,
    ]
    let pages: [BreakPage] = [
      .list(choice: 1), .builder(LoopBuilder(cursor: 2)), .guess(Breakage.all[0]),
      .verdict(scroll: 0), .mend,
    ]
    for (number, request) in requests.enumerated() {
      source.serve(request, goesOn: { true }) { text += recorder.text(for: $0) }
      let page = number < 3 ? nil : pages[number - 3 < pages.count ? number - 3 : 3]
      text += recorder.text(
        for: View(panel: "life", explained: .clip, page: page, guess: .noDifference))
    }
    return text
  }

  mutating func next() -> [UInt8] {
    var lines = lines
    for _ in 0..<Int.random(in: 1...3, using: &random) { hurt(&lines) }
    var bytes = Array(lines.joined(separator: [0x0A]))
    if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0...40, using: &random)) }
    return bytes
  }

  private mutating func hurt(_ lines: inout [[UInt8]]) {
    let at = Int.random(in: lines.indices, using: &random)
    switch Int.random(in: 0..<9, using: &random) {
    case 8:
      // Another program's JSON has blanks.
      let colon = lines[at].indices.filter { lines[at][$0] == UInt8(ascii: ":") }
      if let place = colon.randomElement(using: &random) {
        lines[at].insert(0x20, at: place + 1)
      }
    case 0: lines.swapAt(at, Int.random(in: lines.indices, using: &random))
    case 1: lines.insert(lines[at], at: Int.random(in: lines.indices, using: &random))
    case 2: if lines.count > 2 { lines.remove(at: at) }
    case 3, 4, 5: change(numberIn: &lines[at])
    default:
      guard !lines[at].isEmpty else { return }
      let byte = Int.random(in: lines[at].indices, using: &random)
      lines[at][byte] = UInt8.random(in: 0...255, using: &random)
    }
  }

  private mutating func change(numberIn line: inout [UInt8]) {
    let starts = line.indices.filter { $0 > 0 && line[$0 - 1] == UInt8(ascii: ":") }
    guard let start = starts.randomElement(using: &random) else { return }
    let end = line[start...].firstIndex { [UInt8(ascii: ","), UInt8(ascii: "}")].contains($0) }
    let values = [
      "0", "-1", "1e999", "9223372036854775807", "1000000000000", "\"NaN\"", "null", "[]", "{}",
      "\"\\u001b[2J\"", "\"inf\"", "131072", "[1,2,3]", "true", "1", "2", "3",
    ]
    let value = values.randomElement(using: &random) ?? "0"
    line.replaceSubrange(start..<(end ?? line.endIndex), with: Array(value.utf8))
  }

  /// Plays it forth and back, and looks at the screen now and then.
  /// - Returns: whether there was something to play.
  func play(_ bytes: [UInt8]) -> Bool {
    ftruncate(file, 0)
    _ = bytes.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, 0) }
    guard let source = try? RecordingSource(dup(file), name: "damaged") else { return false }
    let app = App(
      run: source.facts, reading: source.reading, options: App.Options(animates: false),
      abilities: source.abilities)
    var tandem = Tandem(app, source)
    let requests: [Request] = [
      .move, .step, .move, .steps(atMost: 20, seconds: 1), .travel(.backMove), .travel(.home),
      .move, .step, .step, .move, .step, .travel(.backStep), .travel(.backStep), .travel(.end),
      .move, .travel(.end), .step, .travel(.home), .travel(.backMove), .travel(.end),
    ]
    source.isPatient = false
    // Half of them as they were made.
    if bytes.count % 2 == 0 {
      tandem.tell(.keys(Array(repeating: .character("-"), count: 3) + [.enter]))
    }
    for (number, request) in requests.enumerated() {
      tandem.perform(.request(bytes.count % 2 == 0 && request == .move ? .moveAsRecorded : request))
      guard number % 7 == 3 else { continue }
      let frame = tandem.app.frame(width: 100, height: 30)
      let isTame = frame.cells.allSatisfy { !($0.glyph.value < 0x20 || $0.glyph.value == 0x7F) }
      #expect(isTame, "\(String(decoding: bytes, as: UTF8.self))")
    }
    _ = source.stand(after: 3, move: .clip) { tandem.tell(.news($0)) }
    return true
  }
}

@Suite struct DamageTests {
  /// `FIVEMOVES_DAMAGE` says how many; a hundred thousand take minutes.
  @Test(
    .timeLimit(.minutes(30)),
    arguments: [("line", 80), ("names", 15), ("spiral", 5)])
  func `a damaged recording is played or refused, and never ends the program`(
    lesson: String, share: Int
  ) throws {
    let asked = ProcessInfo.processInfo.environment["FIVEMOVES_DAMAGE"].flatMap { Int($0) }
    let count = (asked ?? 200) * share / 100
    var damage = try Damage(lesson, seed: UInt64(share))
    if let path = ProcessInfo.processInfo.environment["FIVEMOVES_DAMAGED"] {
      return #expect(damage.play(Array(try Data(contentsOf: URL(filePath: path)))))
    }
    var played = 0
    for _ in 0..<count where damage.play(damage.next()) { played += 1 }
    damage.remove()
    // Most accidents hit one line of many.
    #expect(played > count / 2)
  }
}
