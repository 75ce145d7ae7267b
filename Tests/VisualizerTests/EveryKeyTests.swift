import Canvas
import Moves
import Testing

@testable import Visualizer

/// A key that can do nothing says so; what pauses a run is what the README says.
@Suite struct EveryKeyTests {
  private static let keys: [Key] =
    "abcdefghijklmnopqrstuvwxyzABCXYZ0123456789+-=_,.<>/?!%".unicodeScalars.map(Key.character)
    + [
      .character(" "), .enter, .escape, .tab, .backTab, .backspace, .up, .down, .left, .right,
      .home, .end, .pageUp, .pageDown, .unknown,
    ]

  private static let pages: [BreakPage] = [
    .list(choice: 0), .list(choice: BreakPage.rows - 1), .builder(LoopBuilder()),
    .guess(Breakage.all[0]), .mend, .verdict(scroll: 0),
  ]

  @Test(arguments: keys)
  func `on every page and beside none a key changes the screen or says that it does not`(key: Key)
    throws
  {
    var world = try World(animates: false) { $0.evalInterval = 1000 }
    world.makeSteps(3)
    let broken = try World.told("forget-zero-grad").app
    var apps = [world.app]
    for page in Self.pages {
      var app = page == .mend || page == .verdict(scroll: 0) ? broken : world.app
      app.breakPage = page
      apps.append(app)
    }
    for start in apps {
      var app = start
      _ = app.update(.resized(width: 100, height: 30), at: 4)
      let effects = app.update(.keys([key]), at: 5)
      let frames = [start, app].map { $0.frame(width: 100, height: 30) }
      let isAnswered = frames[0] != frames[1] || !effects.isEmpty || app.isQuitting
      #expect(isAnswered, "\(key) \(start.breakPage.map { "\($0)" } ?? "no page")")
    }
  }

  @Test(arguments: [Key.character("x"), .character("Z"), .unknown, .backspace])
  func `a key that nothing is bound to is answered by its name`(key: Key) throws {
    var app = try World(animates: false).app
    _ = app.update(.keys([key]), at: 5)
    #expect(app.options.remark == "\(key.name) changes nothing here; ? lists the keys.")
    app.breakPage = .list(choice: 2)
    _ = app.update(.keys([.character("+")]), at: 6)
    let last = app.frame(width: 80, height: 24).text.split(separator: "\n").last
    #expect(last?.hasPrefix(" + changes nothing here.  ↑ ↓ select  enter choose") == true)
    _ = app.update(.keys([.down]), at: 7)
    #expect(app.frame(width: 80, height: 24).text.contains("enter choose"))
  }

  @Test func `what a terminal says of itself is not answered`() throws {
    var app = try World(animates: false).app
    _ = app.update(.keys([.report]), at: 5)
    #expect(app.options.remark == nil)
  }

  /// As the README's table of keys says it.
  @Test func `the keys that pause a run are those that the README names`() throws {
    let line = try #require(
      Page("README.md").text.split(separator: "\n").first { $0.hasPrefix("| enter | run by") })
    let parts = line.split(separator: ";")
    let only = "space, → and `.` only pause it", work = "pause it and do their work"
    #expect(line.contains(only) && parts.count == 3 && parts[1].hasSuffix(work))
    let named: [Action] = [
      .back, .stepBack, .home, .end, .breakLoop, .evaluate, .sample, .check, .restart, .newSeed,
    ]
    #expect(parts[1].contains("←, `,`, home, end, b, e, g, c, r and R"))
    for action in Action.allCases where action != .run && action != .quit {
      // A line writes nothing.
      let lesson = action == .sample ? "names" : "line"
      var world = try World(lesson: lesson, animates: false) { $0.evalInterval = 1000 }
      world.makeSteps(3)
      world.press(.enter)
      world.rest(ticks: 4)
      #expect(world.app.drive.isRunning)
      let step = world.app.completedSteps
      world.press(action.keys[0])
      world.settle(atMost: 1)
      let pauses = named.contains(action) || [.step, .move, .stepOn].contains(action)
      #expect(world.app.drive.isRunning != pauses, "\(action)")
      if [.step, .move, .stepOn].contains(action) { #expect(world.app.completedSteps == step) }
    }
  }
}
