import Canvas
import Moves
import Testing

@testable import Visualizer

@Suite struct LoopBuilderTests {
  @Test func `moves are carried, removed and repeated`() {
    var builder = LoopBuilder()
    builder.carry(by: 1)
    #expect(builder.moves == [.forward, .zeroGrad, .backward, .clip, .step])
    builder.remove()
    #expect(builder.moves == [.forward, .backward, .clip, .step])
    builder.go(by: 9)
    builder.insert(.step)
    #expect(builder.moves == [.forward, .backward, .clip, .step, .step])
    #expect(builder.cursor == 4)
  }

  @Test func `no key leads out of the list of moves`() {
    var builder = LoopBuilder()
    builder.carry(by: -1)
    #expect(builder.moves == Recipe.correct.moves)
    for _ in 0..<9 { builder.insert(.clip) }
    #expect(builder.moves.count == Breakage.mostMoves)
    for _ in 0..<9 { builder.remove() }
    #expect(builder.moves.isEmpty && builder.breakage == nil)
    builder.insert(.forward)
    #expect(builder.moves == [.forward])
  }

  @Test func `what is expected of a loop is told before, and after beside what was found`() throws {
    var world = try World(animates: false)
    world.press(.character("b"), .end, .enter)
    world.press(.right, .right, .character("x"))
    #expect(world.text.contains("Without backward no new gradient is ever found"))
    world.press(.enter)
    #expect(world.text.contains("Expected: Without backward"))
    world.press(.character("1"))
    world.settle()
    world.press(.enter)
    world.makeSteps(100)
    #expect(world.text.contains("What was expected"))
    #expect(world.text.contains("No backward pass was made in 100 steps"))
    #expect(world.text.contains("You guessed the broken run's curve. The answer is its twin's"))
  }

  @Test(
    arguments: [
      ([.forward, .backward, .clip, .step], [nil, 0, 1, 2, 3]),
      ([.zeroGrad, .forward, .clip, .step], [0, 1, nil, 2, 3]),
      ([.zeroGrad, .forward, .backward, .clip], [0, 1, 2, 3, nil]),
      ([.step], [nil, nil, nil, nil, 0]),
    ] as [([Move], [Int?])])
  func `a move that is left out keeps its place`(moves: [Move], indices: [Int?]) {
    let slots = PipelineSlots(Recipe(moves: moves)).slots
    #expect(slots.map(\.move) == Move.allCases)
    #expect(slots.map(\.index) == indices)
    #expect(!slots.contains { $0.isMoved || $0.isRepeated })
  }

  @Test(
    arguments: [
      ([.forward, .backward, .zeroGrad, .clip, .step], [.zeroGrad]),
      ([.zeroGrad, .step, .forward, .backward, .clip], [.step]),
      ([.zeroGrad, .clip, .forward, .backward, .step], [.clip]),
      ([.zeroGrad, .forward, .backward, .step, .clip], [.clip]),
    ] as [([Move], [Move])])
  func `a moved move stands where it runs`(moves: [Move], moved: [Move]) {
    let slots = PipelineSlots(Recipe(moves: moves)).slots
    #expect(slots.map(\.move) == moves)
    #expect(slots.filter(\.isMoved).map(\.move) == moved)
  }
}
