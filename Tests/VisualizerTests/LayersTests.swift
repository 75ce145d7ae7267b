import Canvas
import Foundation
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
    let rows = LayerRow.all(world.app.run.facts, world.app.run.stage)
    #expect(rows.reduce(0) { $0 + ($1.parameters ?? 0) } == world.app.run.facts.parameterCount)
    let square = rows.compactMap(\.gradient).reduce(0) { $0 + $1 * $1 }
    guard case .clip(let clip) = world.app.run.stage.latest[.clip]?.outcome,
      case .step(let update) = world.app.run.stage.latest[.step]?.outcome
    else {
      Issue.record("no step was made")
      return
    }
    #expect(abs(square.squareRoot() - clip.normBefore) < 1e-5 * clip.normBefore)
    for (row, layer) in zip(rows, update.layers) { #expect(row.ratio == layer.ratio) }
    let moved = update.layers.reduce(0) { $0 + $1.updateNorm * $1.updateNorm }.squareRoot()
    #expect(abs(moved - update.updateNorm.told) < 1e-9)
  }

  @Test func `sentence, step panel and layers write one share of the norm alike`() throws {
    var world = try World(animates: false)
    for _ in 0..<6 {
      world.press(.character(" "))
      world.rest(ticks: 2)
      guard world.app.run.stage.detour == .none,
        case .step(let update) = world.app.run.stage.latest[.step]?.outcome
      else { continue }
      // The line is one layer, so its share is the network's.
      let percent = 100 * update.updateNorm.told / update.parameterNorm.told
      let shown = String(format: percent < 9.95 ? "%.1f %%" : "%.0f %%", percent)
      #expect(percent > 1 && world.app.run.facts.tensors.count == 2)
      var app = world.app
      app.explained = .step
      #expect(app.sentence.parts.text.contains("moved the parameters by \(shown) of their norm"))
      #expect(MovePanel(app: app).frame(width: 37, height: 20).text.contains("parameter  \(shown)"))
      let layers = LayersPanel(app: app).frame(width: 37, height: 8).text
      let rows = layers.split(separator: "\n").filter { $0.hasSuffix(" %") }
      #expect(rows.count == 1 && rows[0].hasSuffix(" \(shown)"))
    }
  }

  /// As a GPT's are called: what tells one from the next stands at the end.
  @Test func `layers with long names in a narrow panel can be told apart`() {
    let short = ["wte", "wpe", "ln_f"] + (0..<12).map { "h.\($0)" }
    let deep = (8...11).flatMap { block in
      ["ln_1", "attn.c_attn", "attn.c_proj", "mlp.c_fc", "mlp.c_proj"].map { "h.\(block).\($0)" }
    }
    for names in [short, deep].map({ $0.map { "transformer.\($0)" } }) {
      for glyphs in [Glyphs.unicode, .ascii] {
        let siblings = SiblingNames(names, glyphs)
        let shown = names.map { siblings.shown($0, columns: 14) }
        #expect(Set(shown).count == names.count, "\(shown)")
        #expect(shown.allSatisfy { $0.columns <= 14 })
      }
    }
    let names = (0..<14).map { "transformer.h.\($0).attn" }
    let tensors = names.map { TensorFacts(name: "\($0).weight", layer: $0, shape: [4, 4]) }
    var app = App(
      run: RunFacts(of: "train.py", Settings(), model: "GPT", tensors: tensors), reading: nil,
      options: .init(), abilities: [.moves, .back, .elsewhere])
    _ = app.update(.resized(width: 120, height: 40), at: 0)
    let panel = LayersPanel(app: app).frame(width: 38, height: 18).text
    for block in 0..<14 { #expect(panel.contains("…h.\(block).attn"), "\(panel)") }
  }

  @Test func `the signs of per cent stand under each other, and no figure is a power of ten`() {
    let app = PanelFixture.app(.layers, after: 134, options: EveryScreen.options)
    for width in 36...60 {
      let rows = LayersPanel(app: app).frame(width: width, height: 15).text.split(separator: "\n")
      let figures = rows.filter { $0.hasSuffix(" %") }
      #expect(figures.count == 6 && figures.allSatisfy { $0.count == width })
      #expect(!figures.contains { $0.contains("e-") })
    }
  }

  @Test(arguments: [(1e-3, 6), (1, 12), (1e-6, 0), (1e-9, 0), (50, 12), (1e-4, 4), (0, 0)])
  func `a ratio stands where its power of ten does, one in a thousand in the middle`(
    ratio: Double, column: Int
  ) {
    #expect(RatioAxis(width: 13, glyphs: .unicode).column(of: ratio) == column)
  }
}
