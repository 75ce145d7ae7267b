import Canvas
import Moves
import Testing

@testable import Visualizer

/// What a source does not tell is said to be unknown, and never drawn as 0.
@Suite struct ScriptTests {
  @Test func `a figure that is not told is not drawn as zero in any panel`() {
    var watched = Watched(JudgedSource(Script(tellsLoss: false)), reading: nil)
    watched.press(.character(" "), .character(" "))
    for key in Key.looks {
      watched.press(key)
      for size in [(80, 24), (100, 30), (120, 40), (60, 20)] {
        let text = watched.app.frame(width: size.0, height: size.1).text
        #expect(!text.contains(/\b(norm|loss|lr|rate|examples|guesses)\s+0(\.0+)?\b/), "\(text)")
        #expect(!text.contains("0 clipped") && !text.contains("0 parameters"), "\(text)")
      }
    }
    #expect(watched.app.lastLoss == nil && watched.app.completedSteps == 2)
  }

  @Test func `the move's panel says which figures are not told`() {
    var watched = Watched(Script(), reading: nil)
    watched.press(.character(" "), .character("3"))
    let text = watched.app.frame(width: 100, height: 30).text
    #expect(text.contains("norm after") && text.contains("not told"))
  }

  @Test(arguments: [
    (0.071, ["moved 7.1 %"]), (0.004, ["moved 0.40 %", "by 0.40 %"]),
    (0.000_001_2, ["moved 0.00012 %", "by 0.00012 %", "by <0.001 %"]), (0.0, ["moved 0 %"]),
    (32.0, ["32 x norm"]),
  ])
  func `how far a step went stands whole in its box at every width`(share: Double, forms: [String])
  {
    var watched = Watched(Script(share: share), reading: nil)
    watched.press(.character(" "))
    for width in 80...200 {
      let text = watched.app.frame(width: width, height: 30).text
      #expect(forms.contains { text.contains($0) }, "\(width): \(text)")
    }
  }

  @Test func `a loss that is known only at the end of the step stands in forward's box then`() {
    var watched = Watched(
      Script([.forward, .zeroGrad, .backward, .step], isLate: true), reading: nil)
    watched.press(.right, .right)
    #expect(watched.app.frame(width: 100, height: 30).text.contains("not told"))
    watched.press(.right, .right)
    let text = watched.app.frame(width: 100, height: 30).text
    #expect(text.contains("loss before update 2.00"), "\(text)")
    #expect(text.split(separator: "\n")[4].contains("│ 2.00"), "\(text)")
  }

  /// A loop's order is learned in its first step, whose moves were told by another.
  @Test func `an update whose place was told before the order was known is no repeated one`() {
    let update = UpdateReport(
      learningRate: 0.1, nextLearningRate: nil, updateNorm: 1, parameterNorm: 1, updated: 2,
      skipped: 0)
    let report = MoveReport(
      step: 2, planned: PlannedMove(move: .step, microBatch: 1, microBatches: nil, index: 4),
      position: 3, moveCount: nil, learningRate: 0.1, seconds: 0, outcome: .step(update))
    for moves in [[Move.forward, .zeroGrad, .backward, .step], [.forward, .backward, .step]] {
      #expect(Mistake(recipe: Recipe(moves: moves), report: report).words == nil)
    }
    let again = Recipe(moves: [.zeroGrad, .forward, .backward, .step, .step])
    #expect(Mistake(recipe: again, report: report).words?.hasPrefix("step ran again") == true)
  }

  @Test(arguments: [
    ([Move.zeroGrad, .forward, .backward, .clip, .step], "a loss scaler skips"),
    ([.forward, .backward, .zeroGrad, .step], "No parameter has a gradient"),
    ([.zeroGrad, .forward, .step, .backward], "Backward comes only after it"),
  ])
  func `an update that changed nothing is told by what stands before it`(
    moves: [Move], words: String
  ) throws {
    let update = UpdateReport(
      learningRate: 0.1, nextLearningRate: nil, updateNorm: 0, parameterNorm: 1, updated: 0,
      skipped: 2)
    let index = try #require(moves.firstIndex(of: .step))
    let report = MoveReport(
      step: 1, planned: PlannedMove(move: .step, microBatch: 1, microBatches: nil, index: index),
      position: index, moveCount: nil, learningRate: 0.1, seconds: 0, outcome: .step(update))
    let told = Mistake(recipe: Recipe(moves: moves), report: report).words
    #expect(told?.contains(words) == true, "\(told ?? "")")
  }

  @Test func `a loop that wipes, reads, goes back and updates shows no sign`() {
    var watched = Watched(JudgedSource(Script()), reading: nil)
    for _ in 0..<30 { watched.press(.character(" ")) }
    #expect(watched.app.run.signs.isEmpty && watched.app.completedSteps == 30)
  }

  @Test(arguments: [
    ([Move.forward, .backward, .step], Sign.Kind.gradientsPileUp),
    ([.zeroGrad, .forward, .step, .backward], .stepTooEarly),
    ([.forward, .backward, .zeroGrad, .step], .gradientsWiped),
    ([.zeroGrad, .forward, .step], .noBackward),
    ([.zeroGrad, .forward, .backward], .noStep),
  ])
  func `a mistake in somebody else's loop gets the lab's sentence`(moves: [Move], kind: Sign.Kind) {
    var watched = Watched(JudgedSource(Script(moves)), reading: nil)
    for _ in 0..<3 { watched.press(.character(" ")) }
    #expect(watched.app.run.signs.map(\.kind).contains(kind))
    let text = watched.app.frame(width: 100, height: 30).text
    #expect(text.contains("a mistake in the loop") || text.contains("mistakes in the loop"))
    #expect(!text.contains("twin"))
  }

  @Test func `a sign is told once its step is complete, with the figures of that step`() {
    var watched = Watched(JudgedSource(Script([.forward, .backward, .step])), reading: nil)
    for _ in 0..<4 { watched.press(.character(" ")) }
    let sign = watched.app.run.signs.first { $0.kind == .gradientsPileUp }
    #expect(sign?.words.contains("3 of 4 backward passes added to gradients") == true)
  }

  @Test func `what is learned of a run on the way is shown from then on`() {
    var watched = Watched(Script(), reading: nil)
    watched.press(.character(" "))
    #expect(!watched.app.frame(width: 100, height: 30).text.contains("/ 90"))
    var settings = Settings()
    (settings.steps, settings.optimizer) = (90, OptimizerName(named: "RMSprop"))
    _ = watched.app.update(
      .news(.learned(RunFacts(of: "train.py", settings, model: "Net"))), at: 0)
    let text = watched.app.frame(width: 100, height: 30).text
    #expect(text.contains("step 1 / 90") && text.contains("RMSprop moved the parameters"))
    #expect(text.contains("train.py  Net"))
  }

  @Test func `a script that tells little, in whole screens`() throws {
    try GoldenScreen.expect("script", at: [(80, 24), (100, 30)]) { options in
      var watched = Watched(JudgedSource(Script()), reading: nil, options: options)
      watched.press(.character(" "), .character(" "), .character(" "), .right, .right)
      return watched.app
    }
    try GoldenScreen.expect("script-mistake", at: [(80, 24)]) { options in
      let source = JudgedSource(Script([.forward, .backward, .step]))
      var watched = Watched(source, reading: nil, options: options)
      watched.press(.character(" "), .character(" "), .character(" "))
      return watched.app
    }
  }
}

extension Key {
  /// Keys that show something else, and ask nothing of the run.
  fileprivate static let looks: [Key] = [
    .tab, .tab, .tab, .tab, .character("1"), .character("2"), .character("3"), .character("4"),
    .character("5"), .character("y"), .character("s"), .character("?"), .escape,
  ]
}
