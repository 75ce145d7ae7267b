import Canvas
import Testing

@testable import Visualizer

/// What the first and the last line say of the keys, against what the keys do.
@Suite struct OfferedKeysTests {
  private func lines(_ world: World, width: Int = 80) -> [Substring] {
    world.app.frame(width: width, height: 24).text.split(
      separator: "\n", omittingEmptySubsequences: false)
  }

  @Test(arguments: [false, true])
  func `inside a step as between two the header says paused and how fast, at every width`(
    isInside: Bool
  ) throws {
    var world = try World(animates: false)
    if isInside {
      world.press(.right)
      world.settle()
    }
    for (key, speed): (Unicode.Scalar, String) in [("-", "2/s"), ("+", "4/s"), ("+", "8/s")] {
      world.press(.character(key))
      for width in 40...200 {
        let header = lines(world, width: width)[0]
        #expect(header.contains("0 / 200") && header.hasSuffix("  paused, \(speed)"))
        #expect(header.contains("line"))
        #expect(width < 60 || header.contains("in step 1  ") == isInside, "\(width) columns")
      }
    }
  }

  @Test(arguments: [false, true])
  func `while a parameter is looked for the last line offers what the search takes`(
    isBig: Bool
  ) throws {
    var world = try World(lesson: "spiral", animates: false)
    world.app.options.isBig = isBig
    let before = lines(world).last
    world.press(.character("/"))
    for typed in [Key.character("q"), .character(" "), .paste("w 1")] {
      world.press(typed)
      #expect(lines(world).last == " enter take it  esc leave the search")
    }
    #expect(!world.app.isQuitting && world.app.search?.text == "q w 1")
    world.press(.escape)
    #expect(lines(world).last == before)
  }

  @Test func `the list of mistakes offers enter on the rows where enter does something`() throws {
    var possible = 0
    for row in 0..<BreakPage.rows {
      var world = try World(animates: false)
      world.press(.character("b"))
      world.settle()
      world.press(.home)
      for _ in 0..<row { world.press(.down) }
      let isOffered = lines(world).last?.contains("enter choose") ?? false
      world.press(.enter)
      #expect(isOffered == (world.app.breakPage != .list(choice: row)), "row \(row)")
      possible += isOffered ? 1 : 0
    }
    #expect(possible > 1 && possible < BreakPage.rows)
  }

  @Test func `a loop of one's own that is no loop yet cannot be chosen`() throws {
    var world = try World(animates: false)
    world.press(.character("b"))
    world.settle()
    world.press(.end, .enter)
    for _ in 0..<8 {
      let isOffered = lines(world, width: 120).last?.contains("enter choose") ?? false
      var other = world
      other.press(.enter)
      if case .builder? = other.app.breakPage { #expect(!isOffered) } else { #expect(isOffered) }
      world.press(.character("x"))
    }
  }
}
