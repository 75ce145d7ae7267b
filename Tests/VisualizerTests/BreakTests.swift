import Canvas
import Moves
import Testing
import Training

@testable import Visualizer

extension World {
  /// Chooses a mistake from the list, guesses, and watches until it is told what happened.
  mutating func breakLoop(_ name: String, guess: Character = "2") {
    press(.character("b"))
    let row = Breakage.all.firstIndex { $0.name == name } ?? 0
    press(.home)
    for _ in 0..<row { press(.down) }
    press(.enter)
    press(.character(guess.unicodeScalars.first ?? "2"))
  }

  mutating func makeSteps(_ count: Int) {
    for _ in 0..<count {
      press(.character("."))
      settle()
    }
  }

  var text: String { app.frame(width: 80, height: 24).text }
}

@Suite struct BreakTests {
  private let b = Key.character("b")

  /// A run that was broken after some steps and has told what happened.
  private func told(
    _ name: String, lesson: String = "line", after steps: Int = 4,
    change: (inout Hyperparameters) -> Void = { _ in }
  ) throws -> World {
    var world = try World(lesson: lesson, animates: false, change: change)
    world.makeSteps(steps)
    world.breakLoop(name)
    world.settle()
    world.press(.enter)
    world.makeSteps(100)
    return world
  }

  @Test func `b opens the list, and escape closes it`() throws {
    var world = try World()
    world.press(b)
    for breakage in Breakage.all { #expect(world.text.contains(breakage.name)) }
    world.press(.escape)
    #expect(world.app.breakPage == nil)
    #expect(!world.app.isQuitting)
  }

  @Test func `on the list every choice is reached, and none beyond`() throws {
    var world = try World()
    world.press(b)
    for _ in 0..<40 { world.press(.down) }
    #expect(world.app.breakPage == .list(choice: 16))
    for _ in 0..<40 { world.press(.up) }
    #expect(world.app.breakPage == .list(choice: 0))
  }

  @Test func `what would change nothing is not begun, and says why`() throws {
    var world = try World()
    world.breakLoop("no-division")
    #expect(world.app.breakPage == .list(choice: 8))
    #expect(world.text.contains("--micro-batches"))
    world.settle()
    #expect(world.app.broken == nil)
  }

  @Test func `a guess begins both runs, which set out by themselves`() throws {
    var world = try World(animates: false)
    world.makeSteps(4)
    world.breakLoop("forget-zero-grad", guess: "3")
    world.settle()
    #expect(world.app.broken?.start == 4)
    #expect(world.app.broken?.guess == .noDifference)
    #expect(world.app.run.recipe.moves == [.forward, .backward, .clip, .step])
    #expect(world.app.drive.isRunning)
    #expect(world.timeline.twin?.correct.facts.recipe == .correct)
  }

  @Test func `in the middle of a step it is completed first`() throws {
    var world = try World(animates: false)
    world.makeSteps(2)
    for _ in 0..<3 {
      world.press(.right)
      world.settle()
    }
    world.breakLoop("no-step")
    world.settle()
    #expect(world.app.broken?.start == 3)
    #expect(world.app.beginning.moment == Moment(completedSteps: 3))
  }

  @Test func `after a hundred steps the run pauses and tells what happened`() throws {
    var world = try World(animates: false)
    world.makeSteps(4)
    world.breakLoop("no-step")
    for _ in 0..<2000 where world.app.breakPage == nil {
      world.settle()
      world.pass(0.25)
    }
    #expect(world.app.breakPage == .verdict(scroll: 0))
    #expect(!world.app.drive.isRunning)
    #expect(world.app.completedSteps == 104)
    #expect(world.app.broken?.findings?.comparison.broken.validationLoss != nil)
    #expect(world.text.contains("No step was made in 100 steps"))
  }

  @Test func `at full speed it pauses there too`() throws {
    var world = try World(steps: 400, animates: false)
    world.breakLoop("no-backward")
    world.settle()
    for _ in 0..<6 { world.press(.character("+")) }
    for _ in 0..<200 where world.app.breakPage == nil {
      world.settle()
      world.pass(0.25)
    }
    #expect(world.app.breakPage == .verdict(scroll: 0))
    #expect(world.app.completedSteps == 100)
  }

  @Test func `the twin's curve leaves the broken one where the loop was broken`() throws {
    let world = try told("no-step")
    let charts = world.app.history
    let twin = try #require(charts.twin)
    #expect(twin.loss.count == 104 && charts.loss.count == 104)
    #expect(charts.loss.prefix(4) == twin.loss.prefix(4))
    #expect(charts.loss.prefix(5).bins.last?.last == twin.loss.prefix(5).bins.last?.last)
    #expect(charts.loss != twin.loss)
    #expect(charts.shownTurns.map(\.step) == [4])
  }

  @Test func `mended from before, everything is as it was`() throws {
    var alone = try World(animates: false)
    alone.makeSteps(4)
    let (text, bits) = (alone.text, alone.trainer.snapshot().fingerprint)
    var world = try told("high-learning-rate")
    world.press(.enter)
    world.press(b)
    world.press(.character("2"))
    world.settle()
    #expect(world.app.broken == nil && world.app.history.shownTurns.isEmpty)
    #expect(world.trainer.snapshot().fingerprint == bits)
    #expect(world.text == text)
    alone.makeSteps(3)
    world.makeSteps(3)
    #expect(world.text == alone.text)
  }

  @Test func `mended from here after going back, the steps that are dropped are named`() throws {
    var world = try World(animates: false)
    world.makeSteps(8)
    for _ in 0..<3 {
      world.press(.character(","))
      world.settle()
    }
    world.breakLoop("no-step")
    world.settle()
    world.press(.enter)
    world.makeSteps(2)
    world.press(b)
    world.press(.character("1"))
    world.settle()
    #expect(world.text.contains("The good run's steps 6 to 8 are dropped."))
    world.makeSteps(1)
    #expect(!world.text.contains("dropped"))
  }

  @Test func `mended from here, the good loop goes on with what the broken one made`() throws {
    var world = try told("forget-zero-grad")
    let values = world.trainer.snapshot().model.values
    world.press(.enter)
    world.press(b)
    world.press(.character("1"))
    world.settle()
    #expect(world.trainer.snapshot().model.values == values)
    #expect(world.app.run.recipe == .correct)
    world.makeSteps(3)
    #expect(world.app.completedSteps == 107)
    #expect(world.app.history.twin == nil)
    #expect(world.app.history.shownTurns.map(\.step) == [4, 104])
    #expect(world.text.contains("mended") || world.text.contains("broken"))
  }

  /// All but the header, which says where one stands in the run.
  private func body(of world: World) -> String {
    world.text(of: .code).split(separator: "\n").dropFirst().joined(separator: "\n")
  }

  @Test func `going back in a broken run finds the same screens`() throws {
    var world = try World(animates: false)
    world.makeSteps(4)
    world.breakLoop("forget-zero-grad")
    world.settle()
    world.press(.enter)
    var seen: [Int: String] = [:]
    let start = world.app.completedSteps
    for _ in 0..<12 {
      world.makeSteps(1)
      seen[world.app.completedSteps] = body(of: world)
    }
    for step in (start + 1..<start + 12).reversed() {
      world.press(.character(","))
      world.settle()
      #expect(world.app.completedSteps == step)
      #expect(body(of: world) == seen[step])
    }
    world.press(.end)
    world.settle()
    #expect(body(of: world) == seen[start + 12])
  }

  @Test func `going back ends where the loop was broken, and says so`() throws {
    var world = try World(animates: false)
    world.makeSteps(4)
    world.breakLoop("no-clip")
    world.settle()
    world.press(.enter)
    world.makeSteps(3)
    for _ in 0..<5 {
      world.press(.character(","))
      world.settle()
    }
    #expect(world.app.completedSteps == 4)
    #expect(world.text.contains("Broken after step 4"))
    world.press(.home)
    world.settle()
    #expect(world.app.completedSteps == 4)
  }

  @Test func `r begins anew with the good loop`() throws {
    var world = try told("no-step")
    world.press(.enter)
    world.press(.character("r"))
    world.settle()
    #expect(world.app.broken == nil && world.app.completedSteps == 0)
    #expect(world.app.run.recipe == .correct)
    #expect(world.app.history.shownTurns.isEmpty)
    world.press(.tab)
    #expect(!world.app.panels.shown(in: 9).contains(.twin))
  }

  @Test func `a run that cannot go on stops, names the move and offers the way back`() throws {
    var world = try World(animates: false) {
      ($0.learningRate, $0.maxNorm, $0.optimizer) = (10, 1e30, .sgd)
    }
    world.breakLoop("high-learning-rate")
    for _ in 0..<400 where world.app.divergence == nil {
      world.settle()
      world.pass(0.25)
    }
    #expect(world.text.contains("Training stopped"))
    #expect(!world.app.drive.isRunning && world.app.broken?.findings?.ending != nil)
    world.press(b)
    #expect(world.text.contains("go back to step 0"))
    world.press(.character("3"))
    #expect(world.text.contains("Why it stopped"))
    world.press(.enter)
    world.press(b)
    world.press(.character("2"))
    world.settle()
    #expect(world.app.divergence == nil && world.app.completedSteps == 0)
  }

  @Test func `while a page is open no key trains`() throws {
    var world = try World(animates: false)
    world.press(b)
    world.press(.character(" "), .character(" "))
    world.press(.right, .character("."), .tab)
    world.settle()
    #expect(world.trainer.completedSteps == 0 && world.trainer.nextMove.move == .zeroGrad)
  }

  @Test func `begun with a mistake, the guess comes first`() throws {
    let trainer = try World().trainer
    let app = App(
      run: trainer.facts, reading: trainer.firstReading(), options: App.Options(),
      breakage: Breakage.named("no-step"))
    #expect(app.breakPage == Breakage.named("no-step").map { .guess($0) })
  }
}

extension World {
  /// The screen with another panel than the twin's, which knows what happened later.
  func text(of panel: Panel) -> String {
    var app = app
    app.panels.show(panel)
    return app.frame(width: 80, height: 24).text
  }
}
