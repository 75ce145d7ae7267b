import Canvas
import Moves
import Testing
import Training

@testable import Visualizer

@Suite struct BreakTests {
  private let b = Key.character("b")

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
    #expect(world.app.run.broken == nil)
  }

  @Test func `a guess begins both runs, which set out by themselves`() throws {
    var world = try World(animates: false)
    world.makeSteps(4)
    world.breakLoop("forget-zero-grad", guess: "3")
    world.settle()
    #expect(world.app.run.broken?.start == 4)
    #expect(world.app.run.broken?.guess == .noDifference)
    #expect(world.app.run.facts.recipe.moves == [.forward, .backward, .clip, .step])
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
    #expect(world.app.run.broken?.start == 3)
    #expect(world.app.run.beginning.moment == Moment(completedSteps: 3))
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
    #expect(world.app.run.broken?.findings?.comparison.broken.validationLoss != nil)
    #expect(world.text.contains("step never ran in 100 training steps"))
  }

  @Test func `a run that ends before is told at its end, without a key`() throws {
    var world = try World(steps: 60, animates: false)
    world.makeSteps(4)
    world.app.breakPage = Breakage.named("no-step").map { .guess($0) }
    #expect(world.text.contains("Which curve will be lower after 56 steps?"))
    world.press(.character("2"))
    for _ in 0..<2000 where world.app.breakPage == nil {
      world.settle()
      world.pass(0.25)
    }
    #expect(world.app.breakPage == .verdict(scroll: 0))
    #expect(world.app.completedSteps == 60 && !world.app.drive.isRunning)
    #expect(world.app.run.broken?.findings?.comparison.broken.validationLoss != nil)
    #expect(world.text.contains("step never ran in 56 training steps"))
    // Beyond its end it goes on only where it is asked to; what was guessed stays judged by then.
    world.pass(1)
    world.press(.enter)
    world.press(.enter)
    #expect(!world.app.drive.isRunning && world.text.contains("The schedule is at its end"))
    world.makeSteps(3)
    world.press(b)
    world.press(.character("3"))
    let words = world.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("after 56 steps."), "\(words)")
  }

  @Test func `a break that cannot be begun says why, and the good run goes on`() throws {
    var world = try World(animates: false)
    world.makeSteps(4)
    world.press(b)
    world.press(.enter)
    world.press(.character("2"))
    #expect(world.takeFirst() == .request(.breakLoop(Breakage.all[0])))
    let why = "The broken run needs 500 MB, 120 MB are left by ulimit: try --micro-batches 16."
    world.tell(.refused(why))
    world.tell(.finished)
    #expect(world.text.split(separator: "\n").last?.contains(why) == true)
    #expect(world.app.run.broken == nil && world.app.breakPage == nil)
    world.makeSteps(1)
    #expect(world.app.completedSteps == 5 && !world.text.contains(why))
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
    let world = try World.told("no-step")
    let charts = world.app.run.history
    let twin = try #require(charts.twin)
    #expect(twin.loss.count == 104 && charts.loss.count == 104)
    #expect(charts.loss.prefix(4) == twin.loss.prefix(4))
    #expect(charts.loss.prefix(5).bins.last?.last == twin.loss.prefix(5).bins.last?.last)
    #expect(charts.loss != twin.loss)
    #expect(charts.shownTurns.map(\.step) == [4])
  }

  @Test func `a run that cannot go on stops, names the move and offers the way back`() throws {
    var world = try World(animates: false) {
      ($0.learningRate, $0.maxNorm, $0.optimizer) = (10, 1e30, .sgd)
    }
    world.breakLoop("high-learning-rate")
    for _ in 0..<400 where world.app.run.divergence == nil {
      world.settle()
      world.pass(0.25)
    }
    #expect(world.text.contains("Training stopped"))
    #expect(!world.app.drive.isRunning && world.app.run.broken?.findings?.ending != nil)
    world.press(b)
    #expect(world.text.contains("go back to step 0"))
    world.press(.character("3"))
    #expect(world.text.contains("Why it stopped"))
    world.press(.enter)
    world.press(b)
    world.press(.character("2"))
    world.settle()
    #expect(world.app.run.divergence == nil && world.app.completedSteps == 0)
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
