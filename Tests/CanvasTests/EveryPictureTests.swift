import Testing

@testable import Canvas

/// What holds for every picture at every size.
@Suite struct EveryPictureTests {
  private static func charts(_ characters: PlotCharacters) -> [LossChart] {
    var charts: [LossChart] = []
    for steps in [0, 1, 5, 300] {
      let run = FallingLoss(steps: steps)
      let chart = run.chart(characters)
      var smooth = chart
      smooth.smoothed = run.smoothed
      smooth.twin = run.loss
      smooth.scale = .logarithmic
      charts += [chart, smooth]
    }
    var broken = FallingLoss(steps: 40).chart(characters)
    for value in [Float.nan, .infinity, 3e38, -.infinity, 0, -1] { broken.loss.append(value) }
    var full = charts[charts.count - 1]
    full.end = 400
    full.strips = [.measured("norm", full.loss, ceiling: 1), .planned("lr") { 1 / Double($0) }]
    return charts + [broken, full]
  }

  private static func scatterPlots(_ characters: PlotCharacters) -> [ScatterPlot] {
    [2, -.infinity, .nan, 1e30].map { slope in
      ScatterPlot(
        points: [.init(x: 0, y: 1), .init(x: .nan, y: 1), .init(x: 1, y: 4)], slope: slope,
        intercept: 1, xRange: -1...2, yRange: -1...5, characters: characters,
        glyphs: characters == .ascii ? .ascii : .unicode, showsErrors: true)
    }
  }

  private static func maps(_ characters: PlotCharacters) -> [MapPlot] {
    [0, 0.5, 1, .nan, .infinity].map { certainty in
      MapPlot(
        places: (0..<6).map { MapPlot.Place(kind: $0, certainty: certainty) }, columns: 2,
        points: [
          .init(x: 0, y: 1, kind: 0, state: .known), .init(x: .nan, y: 1, kind: 1, state: .right),
          .init(x: 1, y: 1, kind: 2, state: .wrong),
        ], xRange: 0...1, yRange: 0...1, characters: characters)
    }
  }

  private static func pieces(_ glyphs: Glyphs, _ width: Int, _ height: Int) -> [Frame] {
    var box = Frame(width: width, height: height)
    box.box(
      x: 0, y: 0, width: width, height: height, title: "4 clip", note: "1 of 4", glyphs: glyphs)
    box.write(Paragraph("some long words"), x: 1, y: 1, width: width - 2)
    let strip = Strip(values: [.nan, .infinity, 0, 1, 3e38], ceiling: 1, glyphs: glyphs)
    let schedule = ScheduleStrip(values: [0, 1, .nan], past: 1, glyphs: glyphs)
    return [
      box, strip.frame(width: width, height: height), schedule.frame(width: width),
    ]
  }

  private static func check(_ characters: PlotCharacters, _ sizes: [(width: Int, height: Int)]) {
    let (charts, plots) = (charts(characters), scatterPlots(characters))
    let maps = maps(characters)
    let last: UInt32 = characters == .ascii ? 0x7E : 0x10FFFF
    for (width, height) in sizes {
      var frames = pieces(characters == .ascii ? .ascii : .unicode, width, height)
      frames += charts.map { $0.frame(width: width, height: height) }
      frames += plots.map { $0.frame(width: width, height: height) }
      frames += maps.map { $0.frame(width: width, height: height) }
      let cells = frames.flatMap(\.cells)
      #expect(cells.allSatisfy { $0.glyph.shown == $0.glyph && $0.glyph.value <= last })
    }
  }

  @Test(arguments: PlotCharacters.allCases)
  func `any size draws, in single columns, and in 7 bits where asked`(
    _ characters: PlotCharacters
  ) {
    Self.check(characters, (0...20).flatMap { width in (0...20).map { (width, $0) } })
    Self.check(characters, [(80, 24), (100, 30), (200, 60), (1, 60), (200, 1), (-3, -3)])
  }
}
