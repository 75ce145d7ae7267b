import Canvas
import Moves
import Testing

@testable import Visualizer

@Suite struct LayersTests {
  @Test func `the layers have all parameters, and their norms make up the whole`() throws {
    var world = try World(lesson: "names", animates: false) {
      ($0.width, $0.batchSize) = (8, 4)
    }
    world.press(.character(" "))
    world.rest(ticks: 2)
    let rows = LayerRow.all(world.app.run, world.app.stage)
    #expect(rows.reduce(0) { $0 + $1.parameters } == world.app.run.parameterCount)
    let square = rows.compactMap(\.gradient).reduce(0) { $0 + $1 * $1 }
    guard case .clip(let clip) = world.app.stage.latest[.clip]?.outcome,
      case .step(let update) = world.app.stage.latest[.step]?.outcome
    else {
      Issue.record("no step was made")
      return
    }
    #expect(abs(square.squareRoot() - clip.normBefore) < 1e-5 * clip.normBefore)
    for (row, layer) in zip(rows, update.layers) { #expect(row.ratio == layer.ratio) }
    let moved = update.layers.reduce(0) { $0 + $1.updateNorm * $1.updateNorm }.squareRoot()
    #expect(abs(moved - update.updateNorm) < 1e-9)
  }

  @Test(arguments: [(1e-3, 6), (1, 12), (1e-6, 0), (1e-9, 0), (50, 12), (1e-4, 4), (0, 0)])
  func `a ratio stands where its power of ten does, one in a thousand in the middle`(
    ratio: Double, column: Int
  ) {
    #expect(RatioAxis(width: 13, glyphs: .unicode).column(of: ratio) == column)
  }
}
