import Canvas
import Moves
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
      #expect(lines(world).last == " enter choose  esc leave the search")
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

  /// The last line at this width, and the pieces between its double blanks.
  private func offers(_ app: App, _ width: Int) -> [Substring] {
    let rows = app.frame(width: width, height: 24).text.split(
      separator: "\n", omittingEmptySubsequences: false)
    return rows.last?.split(separator: "  ") ?? []
  }

  private func isNamed(_ offer: Substring) -> Bool {
    let words = offer.split(separator: " ")
    return words.count > 1 && words.last?.allSatisfy(\.isLetter) == true
      && words.contains { $0.count > 1 }
  }

  @Test(arguments: [40, 47, 60, 68, 70])
  func `on a narrow screen each key has its words, and the way out is the last`(width: Int) throws {
    var world = try World(animates: false)
    var visit = try World(animates: false)
    visit.app.options.begins = true
    visit.app.beginVisit()
    for app in [world.app, visit.app] {
      let offers = offers(app, width)
      #expect(offers.first == " space step" || offers.first == "space step", "\(offers)")
      #expect(offers.suffix(2) == ["? help", "q quit"] && offers.count >= 3, "\(offers)")
      #expect(offers.allSatisfy(isNamed), "\(offers)")
    }
    world.press(.character("/"))
    #expect(offers(world.app, width).last == "esc leave the search")
    #expect(offers(world.app, width).allSatisfy(isNamed))
  }

  @Test(arguments: [40, 60, 70, 80])
  func `in the lab, too, each key has its words, and the way out stands`(width: Int) throws {
    var app = try World.told("no-step").app
    let guess = try BreakPage.guess(#require(Breakage.named("clip-after-step")))
    let pages: [(BreakPage, first: String, last: String)] = [
      (.list(choice: 0), "enter choose", "esc q back"),
      (guess, "1 2 3 guess and start", "esc q back"),
      (.builder(LoopBuilder()), "enter choose", "esc q back"),
      (.mend, "1 2 3 choose", "esc q leave it broken"),
      (.verdict(scroll: 0), "enter go on", "↑ ↓ scroll"),
    ]
    for (page, first, last) in pages {
      app.breakPage = page
      let offers = offers(app, width)
      #expect(offers.contains { $0.contains(first) } && offers.last == Substring(last), "\(offers)")
      #expect(offers.allSatisfy(isNamed), "\(offers)")
    }
  }

  @Test(arguments: [40, 60, 80, 120])
  func `the last line always says how to leave`(width: Int) throws {
    let world = try World(animates: false)
    let footer = world.app.frame(width: width, height: 20).text.split(separator: "\n").last ?? ""
    for key in ["space step", "→ move", "? help", "q quit"] {
      #expect(footer.contains(key), "\(footer)")
    }
  }
}
