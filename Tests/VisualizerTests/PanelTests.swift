import Canvas
import Moves
import Testing

@testable import Visualizer

@Suite struct PanelTests {
  @Test(arguments: [(60, 0), (76, 1), (119, 1), (120, 2), (169, 2), (170, 3), (300, 3)])
  func `wide screens have more columns of panels`(width: Int, columns: Int) {
    #expect(Layout(width: width, height: 24).columns.count == columns)
  }

  @Test func `no two parts of the screen overlap, and none leaves it`() {
    for width in stride(from: 40, through: 200, by: 4) {
      for height in stride(from: 8, through: 60, by: 3) {
        let layout = Layout(width: width, height: height)
        var taken = Set<Int>()
        let panels = layout.areas(for: layout.places)
        let parts = [layout.header, layout.pipeline, layout.sentence, layout.chart, layout.footer]
        for area in parts + panels {
          #expect(area.x >= 0 && area.x + area.width <= width, "\(width) x \(height)")
          #expect(area.y >= 0 && area.y + area.height <= height, "\(width) x \(height)")
          for y in area.y..<area.y + area.height {
            for x in area.x..<area.x + area.width {
              #expect(taken.insert(y * width + x).inserted, "\(width) x \(height)")
            }
          }
        }
      }
    }
  }

  @Test func `every panel has the 36 columns that code needs, and as many remain for the chart`() {
    for width in 76...200 {
      let layout = Layout(width: width, height: 24)
      #expect(layout.columns.allSatisfy { $0.width >= 36 })
      #expect(layout.chart.width >= 34)
    }
  }

  @Test func `the boxes reach from the chart's left edge to the last panel's right edge`() {
    let app = Fixture.app(after: 134, options: EveryScreen.options)
    for width in 76...200 {
      let layout = Layout(width: width, height: 40)
      let frame = app.frame(width: width, height: 40)
      let corners = (0..<width).filter { "╭╮".unicodeScalars.contains(frame[$0, 1].glyph) }
      #expect(corners.count == 10 && corners.first == layout.chart.x, "\(width)")
      #expect(corners.last == layout.columns.last.map { $0.x + $0.width - 1 }, "\(width)")
    }
  }

  @Test func `one more panel than columns splits the first column only`() {
    let areas = Layout(width: 120, height: 40).areas(for: 3)
    #expect(areas.map(\.x) == [areas[0].x, areas[0].x, areas[2].x])
    #expect(areas[2].height == areas[0].height + areas[1].height + 1)
  }

  @Test func `tab goes once round all panels`() throws {
    var world = try World()
    var seen: [Panel] = []
    for _ in 0..<7 {
      seen += world.app.panels.shown(in: 1)
      world.press(.tab)
    }
    #expect(seen == [.numbers, .reading, .code, .move, .life, .layers, .words])
    #expect(world.app.panels.shown(in: 1) == [.numbers])
    world.press(.backTab)
    #expect(world.app.panels.shown(in: 1) == [.words])
  }

  @Test func `on a narrow screen the chart is one more stop on the way round`() throws {
    var world = try World()
    world.tell(.resized(width: 60, height: 20))
    let panels = [
      "loss before", "every number", "points and", "in PyTorch", "not made", "a parameter's",
      "layers  ", "words (",
    ]
    var stops: [String] = []
    for _ in 0..<8 {
      let text = world.app.frame(width: 60, height: 20).text
      stops.append(panels.first { text.contains($0) } ?? "")
      world.press(.tab)
    }
    #expect(stops == panels)
    #expect(world.app.frame(width: 60, height: 20).text.contains("loss before"))
  }

  @Test(arguments: Move.allCases)
  func `a number explains its move with the figures of its last report`(move: Move) throws {
    var world = try World(animates: false)
    world.press(.character(" "))
    world.rest()
    world.press(.character(Unicode.Scalar(UInt8(48 + move.number))))
    let text = world.app.frame(width: 80, height: 24).text
    #expect(text.contains("│ \(move.number) \(move.name)  step 1"))
    let report = try #require(world.app.run.stage.latest[move])
    for row in MoveFigures(report: report, run: world.app.run.facts).rows {
      #expect(text.contains("\(row.name) "))
      #expect(text.contains(" \(row.value)"))
    }
  }

  @Test func `the same number again follows the live move`() throws {
    var world = try World(animates: false)
    world.press(.right)
    world.settle()
    world.press(.character("5"))
    #expect(world.app.frame(width: 80, height: 24).text.contains("5 step  not made yet"))
    world.press(.character("5"))
    #expect(world.app.frame(width: 80, height: 24).text.contains("1 zero_grad  step 1"))
  }

  @Test func `where the explanation is seen already, a number leaves the panels where they are`()
    throws
  {
    var world = try World()
    world.tell(.resized(width: 120, height: 40))
    world.press(.character("3"))
    #expect(world.app.panels.shown(in: 4) == [.numbers, .reading, .code, .move])
    #expect(world.app.explained == .backward)
  }

  @Test func `all numbers of a step of line are on the smallest screen with boxes`() throws {
    var world = try World(animates: false)
    world.press(.character(" "))
    world.rest()
    guard case .line(let reading) = world.app.run.stage.reading,
      case .step(let update) = world.app.run.stage.latest[.step]?.outcome,
      case .forward(let forward) = world.app.run.stage.latest[.forward]?.outcome
    else {
      Issue.record("no step was made")
      return
    }
    let text = world.app.frame(width: 80, height: 24).text
    let points = reading.points.flatMap { [$0.x, $0.y, $0.guess, $0.guess - $0.y] }
    let lives = update.watched.flatMap { [$0.old, $0.gradient, $0.new] }
    #expect(points.count == 16 && lives.count == 6)
    for number in points + lives { #expect(text.contains(LineLife.figure(number)), "\(number)") }
    let loss = try #require(text.firstMatch(of: /loss ([\d.]+), the mean/)?.1)
    #expect(abs(try #require(Float(loss)) - forward.loss.told) < 0.006)
  }
}
