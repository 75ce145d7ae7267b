import Foundation
internal import JSONText
import Moves
import Testing
internal import Training

@testable internal import Wire

@Suite struct PageTests {
  /// Everything that a run with all that there is writes.
  @Test(arguments: ["line", "spiral", "names", "story"])
  func `every field that a recording has is told of on its page`(lesson: String) throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Wire/README.md")
    let page = try String(contentsOf: path, encoding: .utf8)
    var missing: Set<String> = []
    for line in try Self.recording(of: lesson) {
      for name in try names(in: JSONReader.read(Array(line.utf8)[...]))
      where !page.contains("`\(name)`") && Hyperparameter.all.allSatisfy({ $0.name != name }) {
        missing.insert(name)
      }
    }
    #expect(missing.isEmpty, "\(missing.sorted())")
  }

  /// Shapes have the tensors' own names.
  private func names(in json: JSON) -> [String] {
    switch json {
    case .object(let members):
      members.flatMap { [$0.name] + ($0.name == "shapes" ? [] : names(in: $0.value)) }
    case .array(let values): values.flatMap(names)
    default: []
    }
  }

  private static func recording(of lesson: String) throws -> [String] {
    var chosen = Lessons.named(lesson)?.defaults ?? Hyperparameters()
    (chosen.steps, chosen.evalInterval) = (12, 3)
    let trainer = try Trainer(lesson: lesson, hyperparameters: chosen)
    let source = TrainerSource(trainer, sampleLength: 5)
    let reading = trainer.firstReading()
    var recorder = Recorder(version: "test", tellsViews: true)
    var text = recorder.begin(RunLine(source.facts, reading: reading), at: 0)
    let requests: [Request] = [
      .watch([ParameterPlace(tensor: 0, element: 0)]), .step, .step, .wholeStep, .evaluate, .sample,
      .check, .breakLoop(Breakage.all[0]), .step, .step, .mend(.fromBefore), .step,
    ]
    for request in requests {
      source.serve(request, goesOn: { true }) { text += recorder.text(for: $0, at: 1) }
    }
    for page in [BreakPage.builder(LoopBuilder(cursor: 2)), .guess(Breakage.all[0])] {
      let view = View(panel: "code", explained: .clip, page: page, guess: .noDifference)
      text += recorder.text(for: view)
    }
    return text.split(separator: "\n").map(String.init)
  }
}
