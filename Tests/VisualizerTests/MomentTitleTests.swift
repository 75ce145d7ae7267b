import Canvas
import Moves
import Testing

@testable import Visualizer

/// Where a run has just begun, been gone back on, or is measured while it flies.
@Suite struct MomentTitleTests {
  @Test func `a picture before its update is of its step, however narrow`() {
    let moment = FigureMoment(step: 70, side: .beforeUpdate, screen: 70)
    for columns in 7...40 { #expect(moment.words(columns: columns).hasPrefix("step 70")) }
  }

  @Test func `a life that has not begun has one title, whichever key led there`() throws {
    var world = try World(animates: false)
    world.app.panels.show(.life)
    var titles: Set<Substring> = []
    for keys in [[Key.character("r")], [.character(" "), .home], [.right, .left]] {
      for key in keys {
        world.press(key)
        world.rest()
      }
      let title = world.app.frame(width: 80, height: 24).text.split(separator: "\n").first {
        $0.contains("parameter's life")
      }
      titles.insert(try #require(title).split(separator: "│").last ?? "")
    }
    #expect(titles.count == 1 && titles.first?.contains("life  ") == true, "\(titles)")
  }

  @Test func `a visit begins with the five boxes, whatever was measured before`() throws {
    for keys in [[Key.character("e")], [.character("e"), .character(" ")]] {
      var world = try World(animates: false)
      for key in keys + [.character("?"), .character("v")] {
        world.press(key)
        world.rest()
      }
      let text = world.app.frame(width: 80, height: 24).text
      #expect(text.contains("1/8") && !text.contains("side road"), "\(text)")
    }
  }

  @Test func `a run at full speed lights the loop's own line while it is measured`() throws {
    var world = try World(steps: 400) { $0.evalInterval = 50 }
    world.burst = 10
    world.app.panels.show(.code)
    for _ in 0..<9 { world.press(.character("+")) }
    world.press(.enter)
    var seen = 0
    for _ in 0..<600 {
      world.settle(atMost: 1)
      world.pass(0.03)
      let isMeasured = world.app.run.stage.detour != .none
      let code = world.app.inPanels.panelFrame(.code, width: 60, height: 30).text
      let live = code.split(separator: "\n").filter { $0.first != " " && $0.contains("(") }
      if isMeasured { seen += 1 }
      if world.app.run.stage.live != nil {
        #expect(live.contains { $0.contains("estimate_loss()") } == isMeasured, "\(live)")
      }
    }
    #expect(seen > 3)
  }

  @Test func `no figure of a move is cut, however narrow its panel`() {
    var app = Fixture.app(after: 1438, options: App.Options())
    for move in Move.allCases {
      app.explained = move
      for width in 36...60 {
        let text = app.panelFrame(.move, width: width, height: 40).text
        #expect(!text.contains("…"), "\(move) at \(width): \(text)")
      }
    }
  }
}
