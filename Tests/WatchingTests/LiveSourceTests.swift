import Foundation
import Moves
import Recordings
import Testing

@testable internal import Watching

@Suite struct LiveSourceTests {
  private func watch(
    _ script: FakeScript, isFree: Bool = false, isFollowed: Bool = false
  ) throws -> LiveSource {
    let knock = try #require(Connection.Knock(script.path, isPatient: true))
    let connection = try Connection(knock, spool: NamelessFile.open(for: "a test"))
    return try LiveSource(connection, isFree: isFree, isFollowed: isFollowed)
  }

  /// What was told, in a few words.
  private func told(_ source: LiveSource, _ request: Request) throws -> [String] {
    var told: [String] = []
    try source.perform(request, goesOn: { true }) { news in
      switch news {
      case .moved(let report): told.append("\(report.move.name) \(report.step)")
      case .ran(let summaries, _): told += summaries.map { "step \($0.step)" }
      case .travelled(let arrival): told.append("at \(arrival.moment.completedSteps)")
      case .ended(let why): told.append(why)
      default: break
      }
    }
    return told
  }

  @Test func `each key makes one move of the script, and no more`() throws {
    let script = try FakeScript()
    let source = try watch(script)
    #expect(script.made == 0)
    for (number, move) in ["zero_grad", "forward", "backward", "clip", "step"].enumerated() {
      #expect(try told(source, .move) == ["\(move) 1"])
      #expect(script.made == number + 1)
    }
  }

  @Test func `a step is the rest of the script's step, with every move of it`() throws {
    let script = try FakeScript()
    let source = try watch(script)
    _ = try told(source, .move)
    #expect(
      try told(source, .step) == ["forward 1", "backward 1", "clip 1", "step 1"])
    #expect(try told(source, .wholeStep) == ["step 2"])
    #expect(script.made == 10)
  }

  @Test func `who looks back and on again makes the script do nothing`() throws {
    let script = try FakeScript()
    let source = try watch(script)
    for _ in 0..<2 { _ = try told(source, .wholeStep) }
    #expect(try told(source, .travel(.backStep)) == ["at 1"])
    #expect(try told(source, .step).last == "step 2")
    #expect(script.made == 10)
    #expect(try told(source, .wholeStep) == ["step 3"])
    #expect(script.made == 15)
  }

  @Test func `the line of the script comes with its move`() throws {
    let source = try watch(FakeScript())
    var line: SourceLine?
    try source.perform(.move, goesOn: { true }) { news in
      if case .moved(let report) = news { line = report.source }
    }
    #expect(line == SourceLine(file: "train.py", line: 11, text: "zero_grad(…)"))
  }

  @Test func `the script's own end is told in its words`() throws {
    let source = try watch(FakeScript(steps: 1))
    #expect(try told(source, .step).count == 5)
    #expect(try told(source, .move) == ["It is done."])
    #expect(try told(source, .move) == [])
  }

  @Test func `a script that is killed is said to be gone`() throws {
    let script = try FakeScript()
    let source = try watch(script)
    _ = try told(source, .move)
    script.die()
    #expect(try told(source, .step) == ["The script is gone: it ended without a word."])
  }

  /// What is told within two seconds while no key is pressed, up to these words.
  private func glanced(_ source: LiveSource, until words: String) -> [String] {
    var told: [String] = []
    for _ in 0..<40 where !told.contains(where: { $0.contains(words) }) {
      source.glance { news in
        switch news {
        case .ended(let why), .noted(let why): told.append(why)
        case .moved(let report): told.append("\(report.move.name) \(report.step)")
        default: break
        }
      }
      usleep(50_000)
    }
    return told
  }

  @Test
  func `who looks on is told by itself that the script is gone, also in the middle of a step`()
    throws
  {
    let script = try FakeScript()
    let source = try watch(script, isFollowed: true)
    source.foretell { _ in }
    script.go(moves: 7)
    script.die()
    let told = glanced(source, until: "gone")
    #expect(
      told.suffix(3) == [
        "zero_grad 2", "forward 2", "The script is gone: it ended without a word.",
      ])
  }

  @Test func `who has moves ahead of him is told at once that the script is gone`() throws {
    let script = try FakeScript()
    let source = try watch(script)
    _ = try told(source, .move)
    script.go(moves: 2)
    script.die()
    #expect(
      glanced(source, until: "gone") == [
        "The script is gone: it ended without a word. What it told before that lies ahead."
      ])
    #expect(try told(source, .move) == ["forward 1"])
    #expect(try told(source, .move) == ["backward 1"])
    #expect(try told(source, .move) == ["The script is gone: it ended without a word."])
  }

  @Test func `a wait for the script can be given up`() throws {
    let script = try FakeScript(steps: 0, ends: false)
    let source = try watch(script, isFree: true)
    var asked = 0
    try source.perform(
      .move,
      goesOn: {
        asked += 1
        return asked < 4
      }, tell: { _ in })
    #expect(script.commands.count == 1)
  }

  @Test func `it offers moves and looking back, and nothing that a script cannot do`() throws {
    let abilities = try watch(FakeScript()).abilities
    #expect(abilities == [.moves, .back, .elsewhere])
  }

  @Test(arguments: [
    (#"{"type":"hello","protocol":2}"#, "version 2 of the protocol"),
    (#"{"type":"run"}"#, "closed its socket"), ("garbage", "closed its socket"),
  ])
  func `a script of another version, or none of ours, is refused`(greeting: String, words: String)
    throws
  {
    let script = try FakeScript(greeting: greeting)
    let error = #expect(throws: WatchError.self) { try watch(script) }
    #expect(error?.description.contains(words) == true, "\(String(describing: error))")
  }
}
