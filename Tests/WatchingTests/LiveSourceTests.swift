import Foundation
import Moves
import Recordings
import Testing

@testable internal import Watching

@Suite struct LiveSourceTests {
  private func watch(
    _ script: FakeScript, isFree: Bool = false, isJoined: Bool = false
  ) throws -> LiveSource {
    let knock = try #require(Connection.Knock(script.path, isPatient: true))
    let connection = try Connection(knock, spool: NamelessFile.open(for: "a test"))
    return try LiveSource(connection, isFree: isFree, isJoined: isJoined)
  }

  /// What was told, in a few words.
  private func told(_ source: LiveSource, _ request: Request) throws -> [String] {
    var told: [String] = []
    try source.perform(request, goesOn: { true }) { news in
      switch news {
      case .moved(let report): told.append("\(report.move.name) \(report.step)")
      case .ran(let summaries, _): told += summaries.map { "step \($0.step)" }
      case .travelled(let arrival): told.append("at \(arrival.moment.completedSteps)")
      case .ended(let why), .noted(let why): told.append(why)
      case .driven(let driver): told.append("driven by \(driver)")
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
        case .travelled(let arrival):
          let figures = arrival.moves.last.map { ", moves of \($0.step)" } ?? ""
          told.append("at \(arrival.moment.completedSteps)\(figures)")
        case .signs(let signs): told += signs.map { "\($0.kind)" }
        case .driven(let driver): told.append("driven by \(driver)")
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
    let source = try watch(script, isJoined: true)
    source.foretell { _ in }
    script.go(moves: 7)
    script.die()
    let told = glanced(source, until: "gone")
    #expect(told.contains("at 1, moves of 1"))
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

  /// A run that is joined on its way, and what was told up to these words.
  private func joined(
    _ script: FakeScript, moves: Int, until words: String
  ) throws -> (LiveSource, [String]) {
    let source = try watch(script, isJoined: true)
    source.foretell { _ in }
    script.go(moves: moves)
    return (source, glanced(source, until: words))
  }

  @Test func `who looks back at a run that goes by itself holds it there`() throws {
    let script = try FakeScript()
    let (source, _) = try joined(script, moves: 15, until: "at 3")
    #expect(try told(source, .travel(.backStep)) == ["driven by thisScreen", "at 2"])
    #expect(script.isTold(#"{"do":"pause"}"#))
    script.go(moves: 5)
    #expect(glanced(source, until: "at").isEmpty, "it went on under whoever looks back")
  }

  @Test func `the newest of a run that goes by itself is gone to without holding it`() throws {
    let script = try FakeScript()
    let (source, _) = try joined(script, moves: 10, until: "at 2")
    #expect(try told(source, .travel(.end)) == [])
    #expect(script.commands.count == 1)
  }

  @Test func `a step without its moves stands beside what the last one with moves came to`() throws
  {
    let script = try FakeScript()
    let (source, _) = try joined(script, moves: 10, until: "at 2, moves of 2")
    script.say(#"{"type":"step","step":3,"loss":2}"#, #"{"type":"step","step":4,"loss":2}"#)
    #expect(glanced(source, until: "at 4") == ["at 4, moves of 2"])
  }

  @Test func `a mistake is told to whoever only looks on, and once`() throws {
    let script = try FakeScript()
    let (source, _) = try joined(script, moves: 10, until: "at 2")
    script.say(
      #"{"type":"signs","step":2,"signs":[{"sign":"gradients_pile_up","figures":[["count","count",2],["steps","count",2],["backwards","count",2]]}]}"#
    )
    script.go(moves: 5)
    let told = glanced(source, until: "at 3") + glanced(source, until: "gradientsPileUp")
    #expect(told.filter { $0 == "gradientsPileUp" }.count == 1)
    script.go(moves: 5)
    #expect(glanced(source, until: "at 4") == ["at 4, moves of 4"])
  }

  @Test func `who comes second looks on and back, and drives when the first has left`() throws {
    let script = try FakeScript(greeting: FakeScript.secondGreeting)
    let source = try watch(script, isJoined: true)
    var first: Driver?
    source.foretell { if case .driven(let driver) = $0 { first = driver } }
    #expect(first == .anotherScreen)
    script.go(moves: 15)
    _ = glanced(source, until: "at 3")
    let refusal = "Another screen lets this script go on: here it is looked at."
    for request in [Request.move, .step, .steps(atMost: 9, seconds: 0.1)] {
      #expect(try told(source, request) == [refusal])
    }
    #expect(try told(source, .travel(.backStep)) == ["driven by thisScreen", "at 2"])
    script.go(moves: 5)
    #expect(glanced(source, until: "at").isEmpty)
    #expect(try told(source, .step).last == "step 3")
    #expect(try told(source, .step).last == "step 4")
    #expect(try told(source, .step) == ["driven by anotherScreen"])
    #expect(script.commands.count == 1)

    script.say(#"{"type":"driver","drives":true}"#)
    #expect(glanced(source, until: "driven") == ["driven by nobody"])
    _ = try? source.perform(.step, goesOn: { true }, tell: { _ in })
    #expect(script.isTold(#"{"do":"pause"}"#))
  }

  @Test func `who goes on again over the end of an old pause stays there`() throws {
    let script = try FakeScript()
    let source = try watch(script)
    #expect(try told(source, .step).last == "step 1")
    script.say(#"{"type":"released"}"#)
    #expect(glanced(source, until: "driven") == ["driven by nobody"])
    script.go(moves: 5)
    _ = glanced(source, until: "at 2")
    #expect(try told(source, .travel(.home)) == ["driven by thisScreen", "at 0"])
    for step in 1...2 { #expect(try told(source, .step).last == "step \(step)") }
    #expect(glanced(source, until: "driven").isEmpty)
  }

  @Test func `an end right behind the end of a pause is told`() throws {
    let script = try FakeScript()
    let source = try watch(script)
    #expect(try told(source, .step).last == "step 1")
    script.say(#"{"type":"released"}"#, #"{"type":"end","words":"It is done."}"#)
    #expect(glanced(source, until: "done").last == "It is done.")
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
    #expect(abilities == [.moves, .back, .elsewhere, .startedHere])
    let joined = try watch(FakeScript(), isJoined: true).abilities
    #expect(joined == [.moves, .back, .elsewhere])
  }

  @Test(arguments: [
    (#""#, ""), (#","pause_limit":null"#, ""),
    (#","pause_limit":3"#, " Each pause ends by itself after 3 s."),
    (
      #","pause_limit":2.5,"world_size":2"#,
      " Each pause ends by itself after 2.5 s, since the other processes wait too."
    ),
  ])
  func `it is said beforehand when a pause ends by itself`(fields: String, words: String) throws {
    let greeting = #"{"type":"hello","protocol":1,"name":"train.py","pid":7\#(fields)}"#
    let script = try FakeScript(greeting: greeting)
    let knock = try #require(Connection.Knock(script.path, isPatient: true))
    let connection = try Connection(knock, spool: NamelessFile.open(for: "a test"))
    #expect(connection.greeting.pauseWords == words)
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
