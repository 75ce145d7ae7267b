import Canvas
import Moves
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

  /// The same for any loop that `--break` knows, without keys.
  static func told(name: String, lesson: String = "line", after steps: Int) throws -> World {
    var world = try World(lesson: lesson, animates: false)
    world.makeSteps(steps)
    world.app.breakPage = Breakage.named(name).map { .guess($0) }
    world.press(.character("2"))
    world.settle()
    world.press(.enter)
    world.makeSteps(100)
    world.app.answer = nil
    return world
  }

  mutating func makeSteps(_ count: Int) {
    for _ in 0..<count {
      press(.character("."))
      settle()
    }
  }

  var text: String { app.frame(width: 80, height: 24).text }

  /// A run that was broken after some steps and has told what happened.
  static func told(
    _ name: String, lesson: String = "line", after steps: Int = 4,
    change: (inout Hyperparameters) -> Void = { _ in }
  ) throws -> World {
    var world = try World(lesson: lesson, animates: false, change: change)
    world.makeSteps(steps)
    world.breakLoop(name)
    world.settle()
    world.press(.enter)
    world.makeSteps(100)
    world.app.answer = nil
    return world
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
