import Canvas
import Moves
import Testing

@testable import Visualizer

@Suite struct PictureTests {
  private let s = Key.character("S")

  private func pictures(_ world: World) -> [Effect] {
    world.pending.filter { if case .keepPicture = $0 { true } else { false } }
  }

  @Test func `S asks for a picture under the lesson and the step`() throws {
    var world = try World(animates: false)
    world.makeSteps(3)
    world.press(s)
    #expect(pictures(world) == [.keepPicture(name: "fivemoves-line-3")])
  }

  @Test func `a foreign lesson's name leads to no other folder`() throws {
    var world = try World(animates: false)
    world.app.run.facts.lesson?.name = "../my run/é\n"
    world.press(s)
    #expect(pictures(world) == [.keepPicture(name: "fivemoves----my-run----0")])
    world.app.run.facts.lesson = nil
    world.press(s)
    #expect(pictures(world).last == .keepPicture(name: "fivemoves-run-0"))
  }

  @Test func `what came of it is told until the next key, on the help page too`() throws {
    for opening in [[], [Key.character("?")], [.character("b")]] {
      var world = try World(animates: false)
      for key in opening { world.press(key) }
      world.press(s)
      #expect(pictures(world).count == 1)
      world.tell(.answered("This screen is kept."))
      #expect(world.text.contains("This screen is kept."))
      world.press(.up)
      #expect(!world.text.contains("This screen is kept."))
    }
  }

  @Test func `held down it keeps one picture`() throws {
    var world = try World(animates: false)
    for _ in 0..<10 {
      world.press(s)
      world.pass(0.03)
    }
    #expect((1...2).contains(pictures(world).count))
  }

  @Test func `in the search for a parameter it is a letter`() throws {
    var world = try World(animates: false)
    world.press(.character("/"))
    world.press(s)
    #expect(pictures(world).isEmpty)
    #expect(world.app.search?.text == "S")
  }

  @Test func `where no file may be written it says so and is not offered`() throws {
    var world = try World(animates: false)
    world.app.options.keepsPictures = false
    world.press(s)
    #expect(pictures(world).isEmpty)
    #expect(world.text.contains("S keeps no picture here"))
    world.press(.character("?"))
    #expect(!world.text.contains("picture"))
  }

  @Test func `help has every key and the five moves at 80 by 24`() throws {
    var world = try World(animates: false)
    world.press(.character("?"))
    for guide in KeyGuide.all(ascii: false, abilities: world.app.abilities) {
      #expect(world.text.contains("\n  \(guide.keys)"))
    }
    for move in Move.allCases { #expect(world.text.contains("\(move.number) \(move.name)")) }
  }

  @Test func `a pose is where a person gets who taps space, and waits`() throws {
    var person = try World(lesson: "spiral")
    for _ in 0..<7 {
      person.press(.character(" "))
      person.rest()
    }
    var posed = try World(lesson: "spiral").tandem
    let stands = posed.stand(after: 7)
    #expect(stands)
    #expect(
      posed.app.frame(width: 100, height: 30).text == person.app.frame(width: 100, height: 30).text)
  }

  @Test(arguments: Move.allCases)
  func `a pose after a move has that move lit, in that step`(move: Move) throws {
    var posed = try World(lesson: "line", animates: false).tandem
    let stands = posed.stand(in: 3, after: move)
    #expect(stands)
    #expect(posed.app.run.stage.live?.move == move && posed.app.run.stage.live?.step == 3)
    #expect(posed.app.completedSteps == (move == .step ? 3 : 2))
  }

  @Test func `a move that a broken loop lacks has no pose`() throws {
    var world = try World(animates: false)
    world.app.breakPage = Breakage.named("no-step").map { .guess($0) }
    var posed = world.tandem
    posed.beginMistake()
    #expect(posed.app.breakage?.name == "no-step" && posed.app.completedSteps == 1)
    let stands = posed.stand(in: 3, after: .step)
    #expect(!stands)
  }

  @Test func `a pose beyond what a mistake is told after goes on from there`() throws {
    var world = try World(animates: false)
    world.app.breakPage = Breakage.named("no-clip").map { .guess($0) }
    var posed = world.tandem
    posed.beginMistake()
    let stands = posed.stand(after: 100)
    #expect(stands)
    #expect(posed.app.breakPage == .verdict(scroll: 0))
    let goesOn = posed.stand(after: 103)
    #expect(goesOn)
    #expect(posed.app.breakPage == nil && posed.app.completedSteps == 103)
  }

  @Test func `a panel is shown only where the lesson has it`() throws {
    var line = try World().tandem
    let isShown = line.show(.numbers)
    #expect(isShown)
    var spiral = try World(lesson: "spiral").tandem
    let (hasNumbers, hasWords) = (spiral.show(.numbers), spiral.show(.words))
    #expect(!hasNumbers && hasWords)
    #expect(spiral.app.frame(width: 80, height: 24).text.contains("words"))
  }
}
