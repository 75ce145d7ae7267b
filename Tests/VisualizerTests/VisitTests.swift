import Canvas
import Moves
import Testing

@testable import Visualizer

@Suite struct VisitTests {
  @Test func `where there can be no walk through step 1 its key says why`() throws {
    var world = try World(animates: false)
    world.app.options.isBig = true
    world.press(.character("?"), .character("v"))
    #expect(world.app.visit == nil && world.text.contains("no room beside --big"))
    var broken = try World.told(name: "no-step", after: 0)
    broken.press(.enter, .character("?"), .character("v"))
    #expect(broken.app.visit == nil && broken.text.contains("b mends this one"))
    var good = try World(animates: false)
    good.press(.character("?"), .character("v"))
    #expect(good.app.visit != nil && good.app.options.remark == nil)
  }

  @Test func `on a small screen the page takes the room of the sentence that says the same`() throws
  {
    let world = try World(lesson: "names", animates: false) { ($0.width, $0.batchSize) = (8, 4) }
    var app = world.app
    app.beginVisit()
    let (small, tall) = (
      app.frame(width: 40, height: 12).text, app.frame(width: 40, height: 20).text
    )
    #expect(small.contains("again, and a step is") && !small.contains("step 0     "), "\(small)")
    #expect(tall.contains(" move.\n") && tall.contains("step 0     "), "\(tall)")
    _ = app.update(.resized(width: 40, height: 12), at: 0)
    _ = app.update(.keys([.tab]), at: 0)
    #expect(app.frame(width: 40, height: 12).text.contains("step 0     "))
  }

  private func world(_ lesson: String = "line") throws -> World {
    var world = try World(lesson: lesson, animates: false) {
      if lesson == "story" {
        ($0.layers, $0.heads, $0.width, $0.context) = (1, 2, 8, 6)
        ($0.batchSize, $0.microBatches) = (4, 2)
      }
    }
    world.app.options.begins = true
    world.app.beginVisit()
    world.rest(ticks: 2)
    return world
  }

  /// One key, and what stands on the screen then.
  private func go(_ world: inout World, _ key: Key = .right) {
    world.press(key)
    world.rest(ticks: 2)
  }

  @Test(arguments: ["line", "story", "spiral", "names"])
  func `eight screens, one key each, walk through the first step`(lesson: String) throws {
    var world = try world(lesson)
    var numbers: [Int] = []
    while let page = world.app.visitPage, numbers.count < 20 {
      let parts = world.app.run.facts.chosen.microBatches
      numbers.append(page.number(microBatches: parts))
      #expect(world.app.frame(width: 80, height: 24).text.contains("\(numbers.count)/8"))
      go(&world)
    }
    #expect(numbers == Array(1...8))
    #expect(world.app.visit == nil && world.app.completedSteps == 1)
  }

  @Test(arguments: ["line", "story", "spiral", "names"])
  func `no page is cut on the smallest screen with boxes`(lesson: String) throws {
    for answer in ["y", "n"] {
      var world = try world(lesson)
      for _ in 0..<8 {
        let text = world.app.frame(width: 80, height: 24).text
        let lines = text.split(separator: "\n").dropFirst(9).map { $0.prefix(40) }
        #expect(!lines.contains { $0.contains("…") }, "\(text)")
        go(&world, world.app.visitAsks == nil ? .right : .character(answer == "y" ? "y" : "n"))
      }
    }
  }

  @Test func `it asks before clip and step, and says what became of the guess`() throws {
    var world = try world()
    for _ in 0..<3 { go(&world) }
    #expect(world.app.visitAsks == .clipped)
    go(&world, .character("n"))
    guard case .clip(let clip) = world.app.run.stage.latest[.clip]?.outcome else {
      Issue.record("no clip was made")
      return
    }
    let text = world.app.frame(width: 80, height: 24).text
    #expect(
      text.contains(clip.clipped ? "You guessed no, but it was" : "You guessed no, and it was"))
    #expect(world.app.visitAsks == .grows)
    go(&world, .character("y"))
    let life = try #require(world.app.watch.soFar.life)
    let verdict = life.change > 0 ? "You guessed yes, and it" : "You guessed yes, but it did"
    #expect(world.app.frame(width: 80, height: 24).text.contains(verdict))
    #expect(world.app.lossScale == .linear)
  }

  @Test(arguments: [Key.escape, .character(" "), .enter])
  func `one key skips it`(key: Key) throws {
    var world = try world()
    go(&world)
    world.press(key)
    #expect(world.app.visit == nil)
    #expect(world.app.frame(width: 80, height: 24).text.contains("loss before"))
  }

  @Test func `space still makes a whole step, however many come at once`() throws {
    var world = try world()
    world.tell(.keys(Array(repeating: .character(" "), count: 50)))
    world.rest()
    #expect(world.app.completedSteps == 50 && world.app.visit == nil)
  }

  @Test func `help shows it again, from the first step and with the same numbers`() throws {
    var world = try world()
    var first: [String] = []
    for _ in 0..<8 {
      first.append(world.app.frame(width: 80, height: 24).text)
      go(&world)
    }
    for _ in 0..<5 { go(&world, .character(" ")) }
    world.press(.character("?"), .character("v"))
    world.rest()
    #expect(world.app.completedSteps == 0)
    for page in first {
      let lines = { (text: String) in
        text.split(separator: "\n").dropFirst().joined(separator: "\n")
      }
      #expect(lines(world.app.frame(width: 80, height: 24).text) == lines(page))
      go(&world)
    }
    go(&world, .end)
    #expect(world.app.completedSteps == 6)
  }

  @Test func `on every screen size the keys that lead on are told`() throws {
    var world = try world("story")
    for _ in 0..<8 {
      for width in stride(from: 40, through: 200, by: 20) {
        for height in [8, 12, 24, 50] {
          world.tell(.resized(width: width, height: height))
          let text = world.app.frame(width: width, height: height).text
          #expect(text.contains("esc"), "\(width) x \(height)\n\(text)")
        }
      }
      go(&world)
    }
  }

  @Test func `each page of the visit`() throws {
    for moves in [0, 1, 2, 3, 9, 10, 11] {
      try GoldenScreen.expect("visit-\(moves)") { PanelFixture.visit(moves: moves, options: $0) }
    }
    try GoldenScreen.expect("visit-evaluation") { options in
      var app = PanelFixture.visit(moves: 11, options: options)
      _ = app.update(.evaluated(Fixture.evaluation(1)), at: 1)
      return app
    }
  }
}
