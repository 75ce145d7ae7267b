import Canvas
import Moves
import Testing

@testable import Visualizer

/// A script of somebody's own on the screen, as its module for Python tells of it.
@Suite struct ScriptScreenTests {
  private static let lines = [
    "optimizer.zero_grad()", "loss = nn.functional.cross_entropy(model(x), y)", "loss.backward()",
    "nn.utils.clip_grad_norm_(model.parameters(), 1.0)", "optimizer.step()",
  ]

  private func run() -> RunFacts {
    var told = Settings()
    (told.optimizer, told.maxNorm) = (OptimizerName(.adamw), 1)
    return RunFacts(
      of: "train.py", told, model: "GPT",
      tensors: [TensorFacts(name: "wte.weight", layer: "wte", shape: [65, 64])])
  }

  private func app() -> App {
    var app = App(
      run: run(), reading: nil, options: .init(), abilities: [.moves, .back, .elsewhere])
    _ = app.update(.resized(width: 100, height: 30), at: 0)
    return app
  }

  private func report(_ position: Int, step: Int = 1) -> MoveReport {
    var report = Fixture.moves(of: step)[position]
    report.source = SourceLine(
      file: "train.py", line: 40 + 2 * position, text: Self.lines[position])
    if position == 4 {
      var summary = StepSummary(
        step: step, loss: 4, gradNorm: 2, clipFactor: 0.5, clipped: true, learningRate: 1e-3,
        updateNorm: nil, moveSeconds: [0, 0.02, 0.03, 0.001, 0.002])
      summary.cost = 0.011
      report.summary = summary
    }
    return report
  }

  private func text(_ app: App) -> String { app.frame(width: 100, height: 30).text }

  @Test func `the script's own lines stand beside the chart, and the one that ran is marked`() {
    var app = app()
    for position in 0..<3 { _ = app.update(.news(.moved(report(position))), at: 0) }
    _ = app.update(.tick, at: 100)
    let rows = text(app).split(separator: "\n").map(String.init)
    let live = rows.filter { $0.contains("▸ 44  loss.backward()") }
    #expect(live.count == 1, "\(text(app))")
    #expect(rows.contains { $0.contains("40  optimizer.zero_grad()") })
    #expect(rows.contains { $0.contains("train.py, its own loop") })
    // What is too long goes on below.
    #expect(rows.contains { $0.contains("42  loss =") })
    #expect(rows.contains { $0.contains("nn.functional.cross_entropy") })
  }

  @Test
  func
    `where a library makes the moves, the loop is an outline and the script's line stands under it`()
  {
    var app = app()
    for position in 0..<3 {
      var report = report(position)
      report.source = SourceLine(file: "run.py", line: 31, text: "trainer.train()")
      _ = app.update(.news(.moved(report)), at: 0)
    }
    _ = app.update(.tick, at: 100)
    let text = text(app)
    #expect(text.contains("the loop in outline"))
    #expect(text.contains("run.py, line 31"))
    #expect(text.contains("trainer.train()"))
  }

  @Test func `the header says what watching costs the script`() {
    var app = app()
    for position in 0..<5 { _ = app.update(.news(.moved(report(position))), at: 0) }
    _ = app.update(.tick, at: 100)
    let header = text(app).split(separator: "\n").first.map(String.init) ?? ""
    #expect(header.contains("costs 1.1 %"), "\(header)")
  }

  @Test func `what the script prints has a panel, which does not push in front`() {
    var app = app()
    _ = app.update(.news(.printed(["epoch 1", "epoch 2"])), at: 0)
    #expect(!text(app).contains("printed by train.py"))
    _ = app.update(.keys([.backTab]), at: 0)
    #expect(text(app).contains("printed by train.py"))
    #expect(text(app).contains("epoch 2"))
  }

  @Test func `each process that trains together has a row of its times`() {
    var app = app()
    for position in 0..<5 { _ = app.update(.news(.moved(report(position))), at: 0) }
    let slow = RankReport(
      rank: 1, step: 1, moveSeconds: [0, 0.25, 0.01, 0, 0.002], loss: nil)
    _ = app.update(.news(.ranked([slow])), at: 100)
    _ = app.update(.keys([.backTab]), at: 100)
    #expect(text(app).contains("2 processes"), "\(text(app))")
    #expect(text(app).contains("   0     20.0     30.0    2.0"), "\(text(app))")
    #expect(text(app).contains("   1      250     10.0    2.0"), "\(text(app))")
  }

  @Test func `a pause by key is no time of the processes that wait for it`() {
    var app = app()
    for position in 0..<4 { _ = app.update(.news(.moved(report(position))), at: 0) }
    var last = report(4)
    last.summary?.heldSeconds = 5
    _ = app.update(.news(.moved(last)), at: 0)
    let waited = RankReport(
      rank: 1, step: 1, moveSeconds: [0, 0.025, 5.04, 0, 0.002], loss: nil)
    _ = app.update(.news(.ranked([waited])), at: 100)
    _ = app.update(.keys([.backTab]), at: 100)
    #expect(text(app).contains("   1     25.0     40.0    2.0"), "\(text(app))")
  }

  @Test func `lines that were lost are said`() {
    var app = app()
    var last = report(4)
    last.summary?.lost = 7
    _ = app.update(.news(.moved(last)), at: 0)
    _ = app.update(.tick, at: 100)
    #expect(text(app).contains("7 lines could not be told"))
  }

  @Test func `keys say what they do to a script`() {
    let guides = KeyGuide.all(ascii: true, abilities: [.moves, .back, .elsewhere])
    let back = guides.first { $0.keys == "<-" }
    #expect(back?.long == "look back by one move (or h); the script waits where it is")
    #expect(guides.first { $0.keys == "q" }?.long.contains("the script runs on") == true)
  }

  @Test func `who joins on the way is shown no step before that, and what is counted since when`() {
    var app = app()
    _ = app.update(
      .news(.travelled(Arrival(moment: Moment(completedSteps: 40), moves: []))), at: 0)
    #expect(text(app).split(separator: "\n")[0].contains("step 40"), "\(text(app))")
    for step in 41...60 {
      var last = report(4, step: step)
      last.summary?.clipped = step % 5 == 0
      _ = app.update(.news(.moved(last)), at: 100)
    }
    _ = app.update(.tick, at: 200)
    let rows = text(app).split(separator: "\n").map(String.init)
    #expect(rows.contains { $0.contains("4 clipped since step 41") }, "\(text(app))")
    // The first forty of sixty steps have no cell in the strips.
    let chart = LossView(app: app).frame(width: 70, height: 18).text
    let strips = chart.split(separator: "\n").filter { $0.contains(/^ *(norm|lr) │/) }
    #expect(strips.count == 2, "\(chart)")
    for strip in strips { #expect(strip.contains(/│ {20,}\S/), "\(chart)") }
  }

  @Test func `clips that are counted from a later step on are said to be`() {
    var app = app()
    var report = Fixture.moves(of: 60).first { $0.move == .clip } ?? report(3, step: 60)
    guard case .clip(var clip) = report.outcome else {
      Issue.record("no clip")
      return
    }
    (clip.clippedSteps, clip.clippedSince) = (7, 41)
    report.outcome = .clip(clip)
    _ = app.update(.news(.moved(report)), at: 0)
    app.explained = .clip
    let panel = MovePanel(app: app).frame(width: 37, height: 20).text
    #expect(panel.contains(/clipped since 41 +7 of 20/), "\(panel)")
  }

  @Test func `an evaluation of a script is called no more than that, and its end no next step`() {
    var app = app()
    for position in 0..<5 { _ = app.update(.news(.moved(report(position))), at: 0) }
    _ = app.update(.tick, at: 100)
    _ = app.update(.news(.evaluating(step: 1)), at: 100)
    _ = app.update(.tick, at: 200)
    #expect(!text(app).contains("validation"), "\(text(app))")
    let evaluation = EvaluationReport(step: 1, trainLoss: nil, validationLoss: 2.5, batches: 40)
    _ = app.update(.news(.evaluated(evaluation)), at: 200)
    _ = app.update(.tick, at: 300)
    #expect(text(app).contains("◆ evaluation") && !text(app).contains("validation"))
    #expect(text(app).contains("then the next step"), "\(text(app))")
    _ = app.update(.news(.ended("The script has ended.")), at: 300)
    #expect(!text(app).contains("then the next step"), "\(text(app))")
    #expect(text(app).contains("the run ends here"))
  }

  @Test(arguments: [
    (false, true, "no_grad()"), (true, false, "eval()"), (false, false, "evaluation"),
    (true, true, "eval() + no_grad()"),
  ])
  func `the header of an evaluation says just what holds in it`(
    callsEval: Bool, usesNoGrad: Bool, words: String
  ) {
    var app = app()
    var facts = run()
    (facts.recipe.callsEval, facts.recipe.usesNoGrad) = (callsEval, usesNoGrad)
    for position in 0..<5 { _ = app.update(.news(.moved(report(position))), at: 0) }
    _ = app.update(.tick, at: 100)
    _ = app.update(.news(.learned(facts)), at: 100)
    _ = app.update(.news(.evaluating(step: 1)), at: 100)
    _ = app.update(.tick, at: 200)
    let header = text(app).split(separator: "\n").first ?? ""
    #expect(header.split(separator: "  ").last.map { $0.contains(words) } == true, "\(header)")
    #expect(header.contains("eval()") == words.contains("eval()"), "\(header)")
    #expect(header.contains("no_grad()") == words.contains("no_grad()"), "\(header)")
    let measured = EvaluationReport(step: 1, trainLoss: nil, validationLoss: 2.5, batches: 40)
    _ = app.update(.news(.evaluated(measured)), at: 200)
    _ = app.update(.tick, at: 300)
    #expect(!text(app).contains("Dropout was on"), "\(text(app))")
  }

  /// As where zero_grad stands between the forward and backward.
  @Test func `a loss that only backward tells stands in the forward's box from there on`() {
    var app = app()
    var (forward, backward) = (report(1), report(2))
    guard case .forward(var untold) = forward.outcome, case .backward(var told) = backward.outcome
    else {
      Issue.record("other moves")
      return
    }
    (untold.loss, told.loss) = (nil, 3.25)
    (forward.outcome, backward.outcome) = (.forward(untold), .backward(told))
    _ = app.update(.news(.moved(forward)), at: 0)
    _ = app.update(.tick, at: 100)
    #expect(text(app).contains("not told"), "\(text(app))")
    _ = app.update(.news(.moved(backward)), at: 100)
    _ = app.update(.tick, at: 200)
    #expect(text(app).contains(/loss.item\(\)[^\n]*\n[^\n]*3\.25/), "\(text(app))")
  }

  @Test func `several losses of one step are called a sum, and nothing is divided`() {
    var app = app()
    var facts = run()
    facts.told.microBatches = 2
    facts.recipe.dividesLoss = false
    facts.lossName = "sum of losses"
    _ = app.update(.news(.learned(facts)), at: 0)
    for position in 0..<5 {
      var report = report(position)
      report.planned.microBatches = 2
      switch report.outcome {
      case .forward(var forward):
        forward.meanLoss = nil
        report.outcome = .forward(forward)
      case .backward(var backward):
        backward.divisor = 1
        report.outcome = .backward(backward)
      default: break
      }
      _ = app.update(.news(.moved(report)), at: 0)
      _ = app.update(.tick, at: 100 * Double(position + 1))
      #expect(!text(app).contains("mean"), "\(text(app))")
      #expect(!text(app).contains("/ 2)"), "\(text(app))")
    }
    #expect(text(app).contains("sum of losses 4"), "\(text(app))")
  }

  @Test func `at any width no line of code is lost`() {
    var app = app()
    for position in 0..<5 { _ = app.update(.news(.moved(report(position))), at: 0) }
    _ = app.update(.tick, at: 100)
    for width in stride(from: 80, through: 200, by: 7) {
      _ = app.update(.resized(width: width, height: 30), at: 100)
      let shown = app.frame(width: width, height: 30).text
      let words = "nn.utils.clip_grad_norm_(model.parameters(),"
      #expect(shown.contains(words) || shown.contains("nn.utils.clip_grad_norm_"), "\(width)")
    }
  }
}
