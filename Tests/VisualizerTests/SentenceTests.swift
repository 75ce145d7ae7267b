import Canvas
import Moves
import Testing

@testable import Visualizer

@Suite struct SentenceTests {
  private func sentence(_ report: MoveReport) -> Sentence {
    var stage = Stage(reading: Fixture.reading(0))
    stage.light(report)
    return Sentence(run: Fixture.run, stage: stage)
  }

  @Test func `every sentence fits the smallest screen that has boxes`() {
    for step in [1, 5, 134, 1999] {
      for report in Fixture.moves(of: step) {
        let text = sentence(report).parts.text
        #expect(wrap(text, width: 65).count <= 3, "\(text)")
      }
    }
    var stage = Stage(reading: Fixture.reading(0))
    #expect(
      wrap(Sentence(run: Fixture.run, stage: stage).parts.text, width: 65).count <= 3
    )
    stage.detour = .running(step: 1900)
    #expect(
      wrap(Sentence(run: Fixture.run, stage: stage).parts.text, width: 65).count <= 3
    )
    stage.detour = .done(Fixture.evaluation(1900))
    #expect(
      wrap(Sentence(run: Fixture.run, stage: stage).parts.text, width: 65).count <= 3
    )
  }

  @Test func `a move that only blinks is told truly: nothing wiped, not shortened`() throws {
    let blink = { (step: Int, move: Move) throws -> String in
      let report = try #require(Fixture.moves(of: step).first { $0.move == move })
      var words = self.sentence(report)
      words.isPassing = true
      return words.parts.text
    }
    #expect(try blink(1, .zeroGrad) == "There is no gradient to wipe yet.")
    #expect(try blink(2, .zeroGrad) == "Old gradients are wiped.")
    for step in 1...400 {
      let isLong = Fixture.norm(step) > Fixture.run.chosen.maxNorm
      #expect(try blink(step, .clip).contains("is shortened") == isLong, "step \(step)")
    }
  }

  @Test func `a check whose loss is infinite says that the loss is the reason`() {
    var stage = Stage(reading: Fixture.reading(0))
    let check = GradientCheck(
      step: 3, norm: 1.4e21, loss: .infinity, lossBack: .infinity, lossOn: .infinity,
      distance: 1e-3, unchanged: true)
    stage.detour = .checked(check)
    let text = Sentence(run: Fixture.run, stage: stage).parts.text
    #expect(text == "The loss of the next micro-batch is inf: there is no slope to compare.")
  }

  @Test func `at the end of a step it is told why a move of it raised an error`() {
    let why =
      "200000 operations are alive, with 50000000 numbers of earlier passes: nothing lets go of "
      + "them. PyTorch would go on until the memory is full; this run stops here."
    var stage = Stage(reading: Fixture.reading(0))
    let words = { Sentence(run: Fixture.run, stage: stage).parts.text }
    for report in Fixture.moves(of: 5) { stage.light(report) }
    for var report in Fixture.moves(of: 6) {
      if report.move == .forward || report.move == .backward { report.outcome = .failed(why) }
      stage.light(report)
      #expect(
        words().contains(why)
          == (report.completesStep || report.move != .clip && report.position > 0))
    }
    #expect(words() == "forward failed. \(why)" && wrap(words(), width: 65).count <= 3)
    #expect(BigSentence(stage: stage).text == words())
    for report in Fixture.moves(of: 7) { stage.light(report) }
    #expect(!words().contains("failed"))
  }

  @Test func `the longest name and numbers below zero fit too`() {
    var report = Fixture.moves(of: 1999)[10]
    guard case .step(var update) = report.outcome else { return }
    update.largestMover?.name = "transformer.h.1.mlp.c_proj.weight"
    update.largestMover?.index = [63, 255]
    update.largestMover?.old = -0.00703
    update.largestMover?.new = -0.0078
    report.outcome = .step(update)
    #expect(wrap(sentence(report).parts.text, width: 65).count <= 3)
    let change = "h.1.mlp.c_proj.weight[63,255], from -0.00703 to -0.00780."
    #expect(sentence(report).parts.text.hasSuffix(change))
  }

  @Test func `every sentence about classes fits too, and counts the right guesses`() {
    for step in [1, 40, 600] {
      var stage = Stage(reading: SpiralFixture.reading(0))
      for report in SpiralFixture.moves(of: step) {
        stage.light(report)
        let sentence = Sentence(run: SpiralFixture.run, stage: stage)
        #expect(wrap(sentence.parts.text, width: 65).count <= 3)
        #expect(sentence.parts.text.contains("of them right") == (report.move == .forward))
      }
      stage.detour = .done(SpiralFixture.evaluation(step))
      let text = Sentence(run: SpiralFixture.run, stage: stage).parts.text
      #expect(wrap(text, width: 65).count <= 3, "\(text)")
      #expect(text.contains("(99 % right) on validation"))
    }
  }

  @Test func `the clip sentence carries this step's own numbers`() {
    let text = sentence(Fixture.moves(of: 134)[9]).parts.text
    #expect(text.contains("norm was 1.31"))
    #expect(text.contains("ceiling of 1.00"))
    #expect(text.contains("multiplied by 0.763"))
  }

  @Test func `a norm that is not a number is named, not hidden`() {
    var report = Fixture.moves(of: 3)[9]
    report.outcome = .clip(
      ClipReport(
        normBefore: .nan, normAfter: .nan, maxNorm: 1, factor: .nan, clipped: false,
        clippedSteps: 0))
    #expect(sentence(report).parts.text.contains("NaN"))
  }
}
