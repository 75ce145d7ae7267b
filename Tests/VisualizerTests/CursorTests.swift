import Canvas
import Testing

@testable import Visualizer

/// Screen readers and magnifiers follow the cursor.
@Suite struct CursorTests {
  /// What stands from the cursor on.
  private func attended(_ app: App, width: Int = 100, height: Int = 30) -> String? {
    let frame = app.frame(width: width, height: height)
    guard let cursor = frame.cursor else { return nil }
    let row = frame.text.split(separator: "\n", omittingEmptySubsequences: false)[cursor.y]
    return String(row.dropFirst(cursor.x))
  }

  @Test(arguments: [(40, 8), (80, 24), (100, 30)])
  func `in the list of mistakes it goes along with the choice`(width: Int, height: Int) throws {
    var world = try World(animates: false)
    world.press(.character("b"))
    for breakage in ["forget-zero-grad", "no-clip"] {
      while attended(world.app, width: width, height: height)?.hasPrefix(breakage) != true {
        let before = attended(world.app, width: width, height: height)
        world.press(.down)
        let after = attended(world.app, width: width, height: height)
        try #require(after != before, "\(breakage) is never attended")
      }
    }
  }

  @Test func `in the search it stands where the next letter goes`() throws {
    var world = try World(animates: false)
    world.press(.character("/"))
    world.press(.character("w"), .character("1"))
    let frame = world.app.frame(width: 100, height: 30)
    let cursor = try #require(frame.cursor)
    let row = frame.text.split(separator: "\n", omittingEmptySubsequences: false)[cursor.y]
    #expect(row.prefix(cursor.x).hasSuffix("find w1"))
  }

  @Test func `it stands on the parameter whose life is told, and on the heading of help`() throws {
    var world = try World(animates: false)
    world.press(.character("."))
    world.settle()
    #expect(attended(world.app) == nil)
    world.press(.character("m"))
    #expect(attended(world.app)?.contains("  1 of 2") == true)
    world.press(.character("?"))
    #expect(attended(world.app)?.hasPrefix("fivemoves: watch") == true)
  }
}
