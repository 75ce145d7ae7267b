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
    let missing = try missing(in: Self.recording(of: lesson))
    #expect(missing.isEmpty, "\(missing)")
  }

  @Test func `every field that shows a class its teacher's screen is told of on the page`() throws {
    var present = Present(
      now: Moment(completedSteps: 4, moves: 1), newest: Moment(completedSteps: 9))
    present.turns = 2
    present.view = View(
      panel: "life", explained: .clip, page: .verdict(scroll: 1), guess: .noDifference)
    (present.isTold, present.isMeasured, present.isPassing, present.isHelpOpen) = (
      true, true, true, true
    )
    present.isInFront = true
    present.asked = [EvaluationReport(step: 4, trainLoss: 1, validationLoss: 2)]
    (present.speed, present.journey, present.search) = (3, [1, 2], "wte")
    present.walk = Present.Walk(saysClipped: true, saysGrows: false)
    present.question = Question(number: 2, .lower, step: 4, due: 24)
    present.question?.truth = 0
    present.question?.isOpen = false
    present.question?.tally.counts = [1, 2]
    present.question?.tally.following = 5
    present.former = present.question
    present.choices = Self.choices
    let detours: [Detour] = [
      .running(step: 4), .done(present.asked[0]), .sampling(step: 4),
      .sampled(SampleReport(step: 4, sample: nil, unchanged: true)),
    ]
    let lines = detours.map { detour in
      present.detour = detour
      return Line(.present(present)).text(version: "test", in: nil)
    }
    var retold = Retold(present.now)
    retold.summary = StepSummary(
      step: 4, loss: 1, gradNorm: 1, clipFactor: 1, clipped: false, learningRate: 0.1,
      updateNorm: 1)
    let missing = try missing(
      in: lines + [Line(.retold(retold)).text(version: "test", in: nil)])
    #expect(missing.isEmpty, "\(missing)")
  }

  private static var choices: Present.Choices {
    let place = ParameterPlace(tensor: 2, element: 7)
    var life = LifeSoFar()
    life.now = WatchedParameter(place: place, value: 1, gradient: 2)
    (life.step, life.backwards) = (5, 2)
    life.gradients = [LifeSoFar.Gradient(microBatch: 2, value: 1)]
    (life.oldGradient, life.left) = (1, LifeSoFar.Left(step: 4, isClipped: true))
    (life.clipFactor, life.clipped, life.usedRate) = (0.5, 0.5, 0.1)
    life.life = ParameterLife(
      name: "w", index: [7], old: 1, gradient: 1, moments: nil, weightDecay: 0, new: 2)
    var choices = Present.Choices()
    (choices.isLogarithmic, choices.smoothing, choices.example) = (true, 1, 1)
    (choices.prefersSwift, choices.called) = (true, "life")
    (choices.wordsOf, choices.firstWord) = (.step, 3)
    (choices.parameter, choices.life, choices.values) = (place, life, [1, 2])
    return choices
  }

  /// Names that the page does not have.
  private func missing(in lines: [String]) throws -> [String] {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Wire/README.md")
    let page = try String(contentsOf: path, encoding: .utf8)
    var missing: Set<String> = []
    for line in lines {
      for name in try names(in: JSONReader.read(Array(line.utf8)[...]))
      where !page.contains("`\(name)`") && Hyperparameter.all.allSatisfy({ $0.name != name }) {
        missing.insert(name)
      }
    }
    return missing.sorted()
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
