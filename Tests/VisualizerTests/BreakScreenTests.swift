import Canvas
import Moves
import Testing

@testable import Visualizer

@Suite struct BreakScreenTests {
  private static let sizes = [(80, 24), (100, 30), (120, 40)]

  private func world(_ options: App.Options, lesson: String = "line") throws -> World {
    var world = try World(lesson: lesson, animates: false) {
      if lesson == "story" {
        ($0.layers, $0.heads, $0.width, $0.context) = (1, 2, 8, 6)
        ($0.batchSize, $0.microBatches) = (4, 2)
      }
    }
    world.app.options = options
    world.makeSteps(4)
    return world
  }

  /// Broken after four steps, and watched for so many more.
  private func broken(
    _ name: String, steps: Int, _ options: App.Options, lesson: String = "line"
  ) throws -> World {
    var world = try world(options, lesson: lesson)
    world.breakLoop(name)
    world.settle()
    world.press(.enter)
    world.makeSteps(steps - 1)
    return world
  }

  @Test func `the list of mistakes`() throws {
    try GoldenScreen.expect("break-list", at: Self.sizes) { options in
      var world = try world(options)
      world.press(.character("b"), .down, .down)
      return world.app
    }
  }

  @Test(arguments: ["forget-zero-grad", "clip-after-step"])
  func `what is changed, and a guess to make`(name: String) throws {
    try GoldenScreen.expect("break-guess-\(name)", at: Self.sizes) { options in
      var world = try world(options)
      world.app.breakPage = Breakage.named(name).map { .guess($0) }
      return world.app
    }
  }

  @Test(arguments: ["forget-zero-grad", "step-before-backward", "no-backward"])
  func `a broken run beside its twin`(name: String) throws {
    try GoldenScreen.expect("break-run-\(name)", at: Self.sizes) { options in
      try broken(name, steps: 30, options).app
    }
  }

  @Test func `the code of a broken loop names what is missing`() throws {
    try GoldenScreen.expect("break-code", at: Self.sizes) { options in
      var world = try broken("no-backward", steps: 3, options, lesson: "story")
      world.app.panels.show(.code)
      return world.app
    }
  }

  @Test(arguments: ["forget-zero-grad", "no-clip", "high-learning-rate"])
  func `what happened, and what tells it`(name: String) throws {
    try GoldenScreen.expect("break-verdict-\(name)", at: Self.sizes) { options in
      try broken(name, steps: 100, options).app
    }
  }

  @Test func `the ways to mend it`() throws {
    try GoldenScreen.expect("break-mend", at: Self.sizes) { options in
      var world = try broken("no-step", steps: 10, options)
      world.press(.character("b"))
      return world.app
    }
  }

  @Test func `mended, the history shows where it was broken`() throws {
    try GoldenScreen.expect("break-mended", at: Self.sizes) { options in
      var world = try broken("no-step", steps: 30, options)
      world.press(.character("b"), .character("1"))
      world.settle()
      world.makeSteps(20)
      return world.app
    }
  }

  @Test func `a loop put together by hand`() throws {
    try GoldenScreen.expect("break-builder", at: Self.sizes) { options in
      var world = try world(options)
      world.app.breakPage = .builder(LoopBuilder())
      world.press(.right, .character(">"), .character(">"))
      return world.app
    }
  }
}

/// The boxes of a loop on the pages about breaking it.
@Suite struct LoopBoxTests {
  @Test(arguments: ["forget-zero-grad", "zero_grad,forward,backward,clip,step,step"])
  func `every box has both its edges at any width`(loop: String) throws {
    var app = try World(animates: false).app
    app.breakPage = Breakage.named(loop).map { .guess($0) }
    let boxes = loop.contains(",") ? 6 : 5
    var drawn = 0
    for width in 60...200 {
      let lines = app.frame(width: width, height: 30).text.split(separator: "\n")
      let rows = lines.prefix { !$0.contains("Two runs go") }
      let corners = ["╭", "╮", "╰", "╯"].map { corner in
        rows.reduce(0) { $0 + $1.filter { String($0) == corner }.count }
      }
      #expect(Set(corners) == [0] || Set(corners) == [boxes], "\(width): \(corners)")
      drawn += corners[0] > 0 ? 1 : 0
    }
    #expect(drawn > 115, "\(drawn)")
  }
}
