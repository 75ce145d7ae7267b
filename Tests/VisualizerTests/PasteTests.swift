import Canvas
import Testing

@testable import Visualizer

@Suite struct PasteTests {
  private let harmful = Key.paste("q r R\n    e")

  @Test func `what is pasted does nothing, and a line says so`() throws {
    var world = try World(animates: false)
    world.press(.character("."))
    world.settle()
    world.press(harmful)
    world.settle()
    #expect(world.app.completedSteps == 1)
    #expect(!world.app.isQuitting)
    #expect(world.text.contains("Pasted text does nothing here"))
  }

  @Test(arguments: ["?", "b", "m"])
  func `nor does it on any page`(page: Unicode.Scalar) throws {
    var world = try World(animates: false)
    world.press(.character(page))
    world.settle()
    let before = world.text
    world.press(.paste("q\n1\n b"))
    world.settle()
    #expect(world.app.isHelpOpen == (page == "?"))
    #expect((world.app.breakPage != nil) == (page == "b"))
    #expect(page == "m" || world.text == before)
  }

  @Test func `the search takes it as one line, and enter is still the person's`() throws {
    var world = try World(lesson: "spiral", animates: false)
    world.press(.character("/"))
    world.press(.paste("layer\r\nw  1,0\n"))
    #expect(world.app.search?.text == "layer w 1,0")
    world.press(.paste(String(repeating: "x", count: 10_000)))
    #expect((world.app.search?.text.count ?? 0) == 200)
    world.press(.escape)
    #expect(world.app.search == nil)
  }
}
