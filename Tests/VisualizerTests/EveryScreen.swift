import Canvas
import Moves

@testable import Visualizer

/// One of each kind of screen that a person can come to.
enum EveryScreen {
  static let options = App.Options(plot: .braille, animates: false)

  static let kinds: [String: @Sendable () throws -> [App]] = [
    "moves": { moves },
    "lessons": { lessons },
    "panels": { panels },
    "explained": { explained },
    "visit": { try visits() },
    "detours": { try detours() },
    "lab": { try lab() },
    "broken": { try broken() },
    "large figures": { try largeFigures() },
    "parts": { try parts() },
    "big": { big },
  ]

  private static var moves: [App] {
    [0, 1, 2, 4, 10, 11].map { count in
      var app = Fixture.app(after: 133, options: options)
      for report in Fixture.moves(of: 134).prefix(count) { _ = app.update(.moved(report), at: 1) }
      return app
    } + [Fixture.app(after: 0, options: options), Fixture.app(after: 2000, options: options)]
  }

  private static var lessons: [App] {
    (0...5).map { LineFixture.app(moves: $0, options: options) }
      + [0, 340, 400].map { NamesFixture.app(after: $0, options: options) }
      + [0, 60, 400].map { SpiralFixture.app(after: $0, options: options) }
      + [OwnTextTests.app(options)]
  }

  private static var panels: [App] {
    let all: [Panel] = [.code, .reading, .move, .life, .layers, .words]
    var search = PanelFixture.app(.life, after: 20, options: options)
    _ = search.update(.keys([.character("/"), .character("c"), .character("x")]), at: 1)
    return all.flatMap { panel in
      [(0, 0), (134, 0), (141, 5)].map {
        var app = PanelFixture.app(panel, after: $0.0, moves: $0.1, options: options)
        app.panels.show(panel)
        return app
      }
    } + [search, called("?", Fixture.app(after: 3, options: options))]
  }

  private static var explained: [App] {
    "12345".unicodeScalars.flatMap { key in
      [Fixture.app(after: 134, options: options), SpiralFixture.app(after: 60, options: options)]
        .map { called(key, $0) }
    }
  }

  private static func called(_ key: Unicode.Scalar, _ app: App) -> App {
    var app = app
    _ = app.update(.keys([.character(key)]), at: 1)
    return app
  }

  static func world(_ lesson: String) throws -> World {
    try World(lesson: lesson, animates: false) {
      if lesson == "story" {
        ($0.layers, $0.heads, $0.width, $0.context) = (1, 2, 8, 6)
        ($0.batchSize, $0.microBatches) = (4, 2)
      }
      if lesson == "names" { ($0.width, $0.batchSize) = (8, 4) }
    }
  }

  private static func visits() throws -> [App] {
    try ["line", "story", "spiral", "names"].flatMap { lesson in
      var world = try world(lesson)
      world.app.options.begins = true
      world.app.beginVisit()
      return (0..<9).map { _ in
        world.rest(ticks: 2)
        defer { world.press(world.app.visitAsks == nil ? .right : .character("y")) }
        return world.app
      }
    }
  }

  private static func detours() throws -> [App] {
    var running = Fixture.app(after: 100, options: options)
    _ = running.update(.evaluating(step: 100), at: 1)
    return try [running]
      + ["line", "spiral"].flatMap { lesson in
        try "egc".unicodeScalars.map { key in
          var world = try world(lesson)
          world.makeSteps(3)
          world.press(.character(key))
          world.rest(ticks: 2)
          return world.app
        }
      }
  }

  private static func lab() throws -> [App] {
    var world = try world("line")
    world.makeSteps(4)
    let pages: [BreakPage] =
      [0, 6, BreakPage.rows - 1].map { .list(choice: $0) }
      + Breakage.all.prefix(4).map { .guess($0) }
      + [.builder(LoopBuilder())]
    return pages.map { page in
      var app = world.app
      app.breakPage = page
      return app
    }
  }

  private static func broken() throws -> [App] {
    try ["forget-zero-grad", "no-backward", "high-learning-rate", "no-clip"].flatMap { name in
      let told = try World.told(name)
      let verdict = told.app
      var (run, mend) = (told.app, told.app)
      (run.breakPage, mend.breakPage) = (nil, .mend)
      return [verdict, run, mend]
    } + [try handmade()]
  }

  /// Six boxes: a move that is made twice.
  private static func handmade() throws -> App {
    var world = try world("line")
    let moves: [Move] = [.zeroGrad, .forward, .backward, .clip, .step, .step]
    world.app.breakPage = Breakage.byHand(moves).map { .guess($0) }
    world.press(.enter)
    world.settle()
    world.makeSteps(3)
    return world.app
  }

  /// Plain descent that throws the line away, until it is no number any more.
  private static func largeFigures() throws -> [App] {
    var world = try World(steps: 2000, animates: false) {
      ($0.optimizer, $0.learningRate, $0.minLearningRate, $0.maxNorm) = (.sgd, 3, 3, 1e30)
    }
    var apps: [App] = []
    for steps in [1, 2, 2, 5, 10, 30, 60, 200] {
      world.makeSteps(steps)
      apps.append(world.app)
      world.app.panels.show(.reading)
      apps.append(world.app)
      world.app.panels.show(.numbers)
    }
    return apps
  }

  /// Gradients that add up, in a good loop and in one that wipes none.
  private static func parts() throws -> [App] {
    try ["", "forget-zero-grad", "step,forward,backward,clip"].flatMap { loop in
      var world = try World(animates: false) { ($0.batchSize, $0.microBatches) = (6, 3) }
      if let breakage = Breakage.named(loop) {
        world.makeSteps(1)
        world.app.breakPage = .guess(breakage)
        world.press(.enter)
        world.settle()
        world.press(.enter)
      }
      return (0..<10).map { _ in
        world.press(.right)
        world.settle()
        return world.app
      }
    }
  }

  private static var big: [App] {
    let shown = [Fixture.app(after: 100, options: options)] + moves + panels.suffix(2) + explained
    return shown.map {
      var app = $0
      app.options.isBig = true
      return app
    }
  }
}
