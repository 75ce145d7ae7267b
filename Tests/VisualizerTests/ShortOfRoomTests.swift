import Canvas
import Moves
import Testing

@testable import Visualizer

/// What has no room on a small screen can still be read to its end.
@Suite struct ShortOfRoomTests {
  private func text(_ world: World, _ width: Int = 40, _ height: Int = 15) -> String {
    world.app.frame(width: width, height: height).text
  }

  @Test func `on forty columns help is scrolled to its last line, and only where it must be`()
    throws
  {
    var world = try World(animates: false)
    world.tell(.resized(width: 40, height: 15))
    world.press(.character("?"))
    #expect(text(world).contains("scroll") && !text(world).contains("5 step"), "\(text(world))")
    var seen = text(world)
    for _ in 0..<30 {
      world.press(.down)
      seen += text(world)
    }
    for guide in KeyGuide.all(ascii: false, abilities: world.app.abilities) {
      #expect(seen.contains("\n  \(guide.keys) "), "\(guide.keys)")
    }
    #expect(text(world).contains("5 step") && world.app.answer != nil)
    world.press(.escape, .character("?"))
    #expect(text(world).contains("\n  space "))
    world.tell(.resized(width: 100, height: 40))
    #expect(!text(world, 100, 40).contains("scroll"))
    world.press(.down)
    #expect(text(world, 100, 40).contains("down changes nothing here"))
  }

  @Test func `what it wrote can be read to its end`() throws {
    var world = try World(lesson: "names", animates: false) { ($0.width, $0.batchSize) = (8, 4) }
    world.tell(.resized(width: 40, height: 15))
    world.press(.tab)
    world.press(.character("g"))
    world.rest()
    guard case .sampled(let report) = world.app.run.stage.detour, let sample = report.sample else {
      Issue.record("nothing was written")
      return
    }
    let last = try #require(sample.text.split(separator: "\n").last)
    #expect(text(world).contains(last), "\(sample.text)\n\(text(world))")
    world.press(.right)
    world.rest()
    #expect(!text(world).contains("what it wrote"))
  }

  @Test func `the axis that a panel hides is told of`() throws {
    var world = try World(animates: false)
    world.tell(.resized(width: 40, height: 15))
    world.press(.tab)
    for words in ["loss axis is logarithmic", "loss axis is linear"] {
      world.press(.character("y"))
      #expect(text(world).contains(words), "\(text(world))")
    }
  }

  @Test(arguments: [(80, 24), (60, 20), (80, 18)])
  func `the means that the change is made of stay longest`(width: Int, height: Int) throws {
    var world = try World(animates: false) { $0.optimizer = .adamw }
    world.tell(.resized(width: width, height: height))
    world.press(.character(" "))
    world.rest()
    world.press(.character("m"))
    world.rest()
    let text = text(world, width, height)
    let update = try #require(world.app.watch.soFar.life?.moments)
    guard text.contains("√") else { return }
    #expect(text.contains("v hat  \(Figures.digits(update.vHat))"), "\(text)")
    #expect(text.contains("m hat  \(Figures.digits(update.mHat))"), "\(text)")
  }

  @Test func `a verdict offers to scroll only where it scrolls`() throws {
    var world = try World.told("forget-zero-grad", after: 0)
    for (width, height) in [(120, 40), (40, 12)] {
      world.tell(.resized(width: width, height: height))
      world.app.answer = nil
      let before = text(world, width, height)
      world.press(.down)
      let after = text(world, width, height)
      #expect(before.contains("scroll") == !after.contains("changes nothing"), "\(before)")
      #expect(before.contains("scroll") == (width == 40))
    }
  }

  @Test func `a network that does not write says so at once, and offers no such key`() throws {
    var world = try World()
    world.press(.character("g"))
    #expect(world.app.options.remark == "This network does not write." && world.pending.isEmpty)
    world.press(.character("?"))
    #expect(world.text.contains("\n  e c ") && !world.text.contains("write a sample"))
    let names = try World(lesson: "names") { $0.width = 8 }
    #expect(names.app.abilities.contains(.samples))
  }

  @Test func `without dropout an evaluation does not speak of switching it off`() throws {
    var world = try World()
    world.press(.character("e"))
    world.settle()
    world.pass(0)
    #expect(world.app.sentence.parts.text.contains("there is no dropout"))
    #expect(!world.app.sentence.parts.text.contains("dropout is off"))
  }

  @Test func `past its end a run says so, and the axis grows by a tenth`() throws {
    var world = try World(steps: 20, animates: false)
    world.makeSteps(20)
    #expect(world.text.contains("step 20 / 20  done"))
    world.makeSteps(1)
    #expect(world.text.contains("step 21 / 20  past its end"), "\(world.text)")
    #expect(world.text.contains("20 "), "\(world.text)")
    let axis = try #require(world.text.split(separator: "\n").first { $0.hasPrefix(" step └") })
    #expect(!axis.contains("30"), "\(axis)")
  }

  @Test func `who leaves the walk through step 1 is told the way back`() throws {
    for key in [Key.character(" "), .escape, .enter] {
      var world = try World(animates: false)
      world.app.options.begins = true
      world.app.beginVisit()
      world.press(key)
      #expect(world.text.contains("? then v begins it again"), "\(world.text)")
    }
  }

  @Test func `the visit's last words say of which moment and data each loss is`() throws {
    var world = try World(animates: false)
    world.app.options.begins = true
    world.app.beginVisit()
    while world.app.visitPage != .evaluation, world.app.completedSteps < 2 {
      world.press(.right)
      world.rest(ticks: 2)
    }
    let text = VisitText(app: world.app, page: .evaluation).text
    let loss = Figures.loss(world.app.lastLoss)
    #expect(
      text.contains("The \(loss) of step 1 was of its own batch, before the update."), "\(text)")
    #expect(text.contains("200 such steps") && !text.contains("little"), "\(text)")
  }
}
