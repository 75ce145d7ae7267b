import Canvas
import Moves
import Testing
import Training

@testable import Visualizer

@Suite struct EndingTests {
  private func ended(steps: Int = 40, big: Bool = false) throws -> World {
    var world = try World(steps: steps, animates: false) { $0.evalInterval = 20 }
    world.app.options.isBig = big
    world.tell(.keys(Array(repeating: .character(" "), count: steps)))
    world.rest()
    return world
  }

  @Test
  func `the last step's page tells what the run came to, and its evaluation does not hide it`()
    throws
  {
    let world = try ended()
    let facts = world.app.run.facts
    let trainer = try Trainer(lesson: "line", hyperparameters: facts.chosen)
    var (losses, clipped, validation): ([Float], [Int], [Int: Float]) = ([], [], [:])
    while trainer.completedSteps < 40 {
      guard let summary = trainer.advance().summary else { continue }
      losses.append(try #require(summary.loss))
      if summary.clipped == true { clipped.append(summary.step) }
      if trainer.evaluationIsDue { validation[summary.step] = trainer.evaluate().validationLoss }
    }
    let text = world.app.sentence.parts
    #expect(text.heading == "the end" && world.app.run.stage.detour != .none)
    #expect(
      text.text.contains(
        "Loss \(Figures.loss(losses[0])) at the start, \(Figures.loss(losses[39])) at the end"))
    let best = try #require(validation.min { $0.value < $1.value })
    #expect(
      text.text.contains("best validation loss \(Figures.loss(best.value)), after step \(best.key)")
    )
    #expect(clipped.count > 1)
    #expect(
      text.text.contains(
        "\(clipped.count) of 40 steps were clipped, first at \(clipped[0]), last at "
          + "\(try #require(clipped.last))."))
    #expect(text.text.contains("Next lesson: fivemoves spiral."))
    let screen = world.app.frame(width: 80, height: 24).text
    #expect(screen.contains("the end") && screen.contains("validation loss"))
  }

  @Test func `after the last step nothing speaks of a next rate`() throws {
    var world = try World(steps: 12, animates: false)
    world.makeSteps(11)
    let schedule = world.app.run.facts.chosen.schedule
    let words = { (world: World) in
      (
        LossView(app: world.app).frame(width: 80, height: 20).text,
        MovePanel(app: world.app).frame(width: 40, height: 20).text
      )
    }
    #expect(words(world).0.contains("next lr") && words(world).1.contains("next rate"))
    world.makeSteps(1)
    let (screen, panel) = words(world)
    #expect(!screen.contains("next lr") && !panel.contains("next rate"), "\(screen)\(panel)")
    #expect(screen.contains("last lr \(Figures.rate(schedule.learningRate(at: 11)))"))
    world = try World(steps: 12, animates: false) { $0.evalInterval = 1000 }
    world.makeSteps(12)
    #expect(world.text.contains("the last ") && !world.text.contains("│ next "), "\(world.text)")
  }

  @Test(arguments: [(0, 100), (150, 200), (200, 300)])
  func `the chart of a broken run ends with the step of its verdict`(start: Int, end: Int) throws {
    let world = try World.told(name: "no-step", after: start)
    let chart = LossView(app: world.app).frame(width: 80, height: 20).text
    let axis = chart.split(separator: "\n").first { $0.hasPrefix("step ") }
    #expect(world.app.completedSteps == end && axis?.hasSuffix(" \(end) ┴") == true, "\(chart)")
  }

  @Test func `the chart of a run that blew up ends where it did`() throws {
    var world = try World(animates: false) { ($0.optimizer, $0.maxNorm) = (.sgd, .infinity) }
    world.makeSteps(4)
    world.breakLoop("high-learning-rate")
    world.rest(ticks: 100)
    let end = world.app.completedSteps
    #expect(world.app.run.broken?.findings?.ending != nil && end > 8 && end < 40, "\(end)")
    let chart = LossView(app: world.app).frame(width: 80, height: 20).text
    #expect(chart.contains(" \(end) ┴\n"), "\(chart)")
  }

  @Test func `a broken run ends as a good one does, with its twin's loss and the way back`() throws
  {
    var world = try World.told(name: "no-step", after: 0)
    world.press(.enter)
    world.makeSteps(100)
    let facts = world.app.run.facts.chosen
    #expect(world.app.completedSteps == 200 && facts.steps == 200)
    let good = try Trainer(lesson: "line", hyperparameters: facts)
    var losses: [Float] = []
    while good.completedSteps < 200 { good.advance().summary?.loss.map { losses.append($0) } }
    let text = world.app.sentence.parts
    #expect(text.heading == "the end")
    // Neither has made an update before its first loss.
    #expect(text.text.contains("Loss \(Figures.loss(losses[0])) at the start, "))
    #expect(text.text.contains("(twin's \(Figures.loss(losses[199])))"))
    #expect(text.text.contains("best validation loss "))
    #expect(text.text.contains("Next: mend the loop"))
    #expect(!text.text.contains("Next lesson"))
    #expect(world.text.contains("the end"))
  }

  @Test func `it goes when the run goes on, and comes again with the end`() throws {
    var world = try ended()
    world.press(.character(" "))
    world.rest()
    #expect(world.app.completedSteps == 41 && world.app.sentence.parts.heading == "5 step")
    #expect(!world.app.sentence.parts.text.contains("last"))
    world.press(.character(","))
    world.rest()
    #expect(world.app.sentence.parts.heading == "the end")
    world.press(.character("e"))
    world.rest()
    #expect(world.app.ending != nil)
    world.press(.character("c"))
    world.rest()
    #expect(world.app.sentence.parts.heading == "check")
  }

  @Test func `the back row sees it too`() throws {
    let world = try ended(big: true)
    let history = world.app.run.history
    let best = try #require(history.evaluations.map(\.validationLoss.told).min())
    for (width, height) in [(60, 16), (60, 20), (100, 30), (120, 40)] {
      let text = world.app.frame(width: width, height: height).text
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(text.contains("best validation loss \(Figures.loss(best))"))
      #expect(text.contains("\(history.clippedSteps) of 40 steps were clipped"))
      #expect(text.contains("Next lesson: fivemoves spiral."))
    }
  }

  @Test func `at the end no box promises that training goes on`() throws {
    let world = try ended()
    let text = world.app.frame(width: 120, height: 40).text
    #expect(text.contains("the run ends here") && !text.contains("then train() again"))
    var early = try World(steps: 40, animates: false)
    early.press(.character("e"))
    early.rest()
    #expect(early.app.frame(width: 120, height: 40).text.contains("then train() again"))
  }

  @Test func `the longest words fit the smallest screen with boxes`() {
    var best = Fixture.evaluation(98_700)
    best.validationLoss = 0.0402
    let ending = Ending(
      lesson: "line", step: 100_000, firstLoss: 117.3, lastLoss: 0.0042, best: best,
      clippedSteps: 12_345, clipRange: 1...98_765)
    var broken = ending
    (broken.isBroken, broken.twinLoss) = (true, 0.0042)
    for ending in [ending, broken] {
      let all = ending.forms(.unicode)[1]
      #expect(all.contains("12,345 of 100,000 steps were clipped, first at 1, last at 98,765."))
      #expect(wrap(all, width: 65).count <= 3, "\(all)")
    }
  }

  @Test func `what is said of clipped steps holds for none, one, all and some`() {
    let words = { (count: Int, range: ClosedRange<Int>?) in
      Ending(lesson: "line", step: 3000, clippedSteps: count, clipRange: range).words
    }
    #expect(words(0, nil).contains("No step was clipped."))
    #expect(words(1, 1700...1700).contains("1 of 3,000 steps was clipped, step 1,700."))
    #expect(
      words(64, 1...2993).contains("64 of 3,000 steps were clipped, first at 1, last at 2,993."))
    #expect(words(3000, 1...3000).contains("Every step was clipped."))
    #expect(words(64, nil).contains("64 of 3,000 steps were clipped."))
  }

  private func evaluation(
    _ train: Float, _ validation: Float, step: Int = 2000
  ) -> EvaluationReport {
    var report = Fixture.evaluation(step)
    (report.trainLoss, report.validationLoss, report.isScheduled) = (train, validation, true)
    return report
  }

  @Test func `overfitting is told where validation rises above its best while training falls`() {
    let best = evaluation(1.30, 1.20, step: 1200)
    #expect(
      Overfitting(evaluation(1.06, 1.24), best: best, blindLoss: 4.04)?.words
        == "Since step 1,200 training loss fell to 1.06 and validation loss rose to 1.24: the network "
        + "memorises its data (overfitting).")
    let last = evaluation(1.06, 1.24)
    for best in [last, evaluation(1.08, 1.235, step: 1900)] {
      #expect(
        Overfitting(last, best: best, blindLoss: 4.04)?.words
          == "Loss 1.06 on training data, 1.24 on new data: the gap is memorising "
          + "(overfitting). Validation loss is near its best.")
    }
    // Both losses rose: that is no memorising.
    #expect(
      Overfitting(last, best: evaluation(0.9, 1.1, step: 900), blindLoss: 4.04) == nil)
    // Story half way, spiral at its end, line at its end, and a run that learned nothing.
    for (train, validation, blind) in [
      (1.62, 1.70, 4.04), (0.0094, 0.0107, 1.0986), (0.0356, 0.0423, nil), (5.1, 6.2, 4.04),
      (1.24, 1.06, 4.04), (Float.nan, .nan, 4.04),
    ] as [(Float, Float, Float?)] {
      let last = evaluation(train, validation)
      #expect(Overfitting(last, best: last, blindLoss: blind) == nil)
    }
  }

  /// A story at its end, whose last evaluation found these losses.
  private func story(_ train: Float, _ validation: Float) -> App {
    var app = Fixture.app(after: 1999, options: EveryScreen.options)
    _ = app.update(.ran([Fixture.summary(2000)], lastMoves: Fixture.moves(of: 2000)), at: 1)
    _ = app.update(.evaluated(evaluation(train, validation)), at: 1)
    return app
  }

  private func words(_ app: App, _ width: Int, _ height: Int) -> String {
    app.frame(width: width, height: height).text.split(separator: "\n").map { $0.prefix(80) }
      .joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(
    arguments: [
      (40, 12), (40, 16), (40, 24), (50, 12), (50, 24), (60, 12), (60, 20), (76, 18), (80, 24),
    ])
  func `the ending is whole where there is room, and cut in no sentence`(width: Int, height: Int) {
    for isBig in [false, true] {
      var app = story(1.06, 1.75)
      app.options.isBig = isBig
      var real = story(1.06, 1.24)
      real.options.isBig = isBig
      let told = words(real, width, height)
      #expect(told.contains("1.24 on new data: the gap is memorising (over"), "\(told)")
      let text = words(app, width, height)
      #expect(text.contains(" at the end; best validation loss "), "\(text)")
      #expect(text.contains("memorises its data (overfitting)."), "\(text)")
      #expect(text.contains("Next: break the loop with b."), "\(text)")
      #expect(text.contains(" steps were clipped, ") != text.contains("b. …"), "\(text)")
      #expect(!words(story(1.62, 1.70), width, height).contains("memorise"))
    }
  }

  @Test func `on the smallest screen the losses come first, then what to do next`() {
    let text = words(story(1.06, 1.75), 40, 8)
    #expect(text.contains("Loss ") && text.contains("Next: break the loop with b. …"), "\(text)")
  }

  /// What the footer says after a key.
  private func answer(_ world: inout World, _ keys: Key...) -> String? {
    for key in keys {
      world.press(key)
      world.rest(ticks: 2)
    }
    return world.app.options.remark
  }

  @Test func `a key that can do nothing says so`() throws {
    var world = try World(animates: false)
    for key in [Key.left, .character(","), .home] {
      #expect(answer(&world, key) == "This is step 0: there is nothing to take back.")
    }
    #expect(answer(&world, .end)?.contains("the newest moment") == true)
    #expect(answer(&world, .character("m"))?.contains("No parameter has moved yet") == true)
    #expect(answer(&world, .up) == nil)
    _ = answer(&world, .character(" "))
    #expect(answer(&world, .left) == nil)
    var ended = try ended()
    #expect(answer(&ended, .enter)?.contains("space goes on") == true)
    #expect(!ended.app.drive.isRunning)
  }

  @Test func `every press of a move's number changes what is shown`() throws {
    var world = try World(animates: false) { $0.evalInterval = 1000 }
    _ = answer(&world, .character(" "), .character("l"), .character("h"))
    var last = world.app.frame(width: 80, height: 24).text
    for _ in 0..<6 {
      _ = answer(&world, .character("5"))
      let now = world.app.frame(width: 80, height: 24).text
      #expect(now != last)
      last = now
    }
  }

  @Test func `the speed is seen while the run is paused, and its ends are said`() throws {
    var world = try World(animates: false)
    #expect(world.app.frame(width: 80, height: 24).text.contains("paused, 4/s"))
    #expect(answer(&world, .character("+")) == "Enter runs at 8 steps a second.")
    #expect(world.app.frame(width: 80, height: 24).text.contains("paused, 8/s"))
    for _ in 0..<3 { world.press(.character("+")) }
    #expect(world.app.frame(width: 80, height: 24).text.contains("paused, full speed"))
    #expect(answer(&world, .character("+")) == "Full speed is the fastest here.")
    for _ in 0..<6 { world.press(.character("-")) }
    #expect(answer(&world, .character("-")) == "1 step a second is the slowest here.")
    world.app.drive.fastest = 8
    for _ in 0..<3 { world.press(.character("+")) }
    #expect(answer(&world, .character("+")) == "8 steps a second is the fastest here.")
  }

  @Test func `starting again says with which seed`() throws {
    var world = try World(animates: false)
    #expect(answer(&world, .character("R")) == "Started with seed 2.")
    #expect(world.app.seed == 2)
    _ = answer(&world, .character(" "))
    #expect(
      answer(&world, .character("r"))
        == "Started again with seed 2. The run so far, up to step 1, is dropped.")
    #expect(world.app.seed == 2)
  }
}
