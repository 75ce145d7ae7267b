import Canvas
import Moves
import Testing

@testable import Visualizer

/// Where room is short, what a key answers stands before what is only told.
@Suite struct ShortRoomTests {
  private static let sizes = [
    (80, 8), (60, 8), (40, 8), (60, 12), (40, 12), (40, 24), (80, 18), (80, 24), (120, 40),
  ]

  private func words(_ app: App, _ size: (width: Int, height: Int)) -> String {
    var app = app
    _ = app.update(.resized(width: size.width, height: size.height), at: 1)
    let layout = Layout(width: size.width, height: size.height)
    let columns = app.breakPage == nil ? layout.chart.x + layout.chart.width : size.width
    let rows = app.frame(width: size.width, height: size.height).text.split(separator: "\n")
    return rows.map { $0.prefix(columns) }.joined(separator: " ").split(
      whereSeparator: \.isWhitespace
    ).joined(separator: " ")
  }

  @Test(arguments: ["forget-zero-grad", "no-division", "zero_grad,forward,backward,clip,step,step"])
  func `a guess is asked for with the question and all its answers, at every size`(name: String)
    throws
  {
    let world = try World(animates: false) { $0.microBatches = 2 }
    var app = world.app
    app.breakPage = try .guess(#require(Breakage.named(name)))
    for size in Self.sizes {
      let text = words(app, size)
      #expect(text.contains("Which curve will be lower"), "\(size) \(text)")
      #expect(text.contains("1 the broken run's curve"), "\(size) \(text)")
      #expect(text.contains("2 its twin's curve"), "\(size) \(text)")
      let answer = "3 neither: they end less" + (size.1 == 8 ? "" : " than 10 % apart")
      #expect(text.contains(answer), "\(size) \(text)")
      let told = size == (40, 8) || ["does not.", "good loop.", "…"].contains { text.contains($0) }
      #expect(told, "what is left out has a mark: \(size) \(text)")
    }
  }

  @Test(arguments: ["line", "story", "spiral", "names"])
  func `the visit never offers yes and no without the question they answer`(lesson: String) throws {
    var world = try EveryScreen.world(lesson)
    world.app.options.begins = true
    world.app.beginVisit()
    var asked = 0
    for _ in 0..<8 {
      world.rest(ticks: 2)
      let question: String? =
        switch world.app.visitAsks {
        case .clipped: "Will this step be clipped?"
        case .grows: "larger?"
        case nil: nil
        }
      for size in Self.sizes {
        let text = words(world.app, size)
        #expect(text.contains("y yes") == (question != nil), "\(size) \(text)")
        if let question { #expect(text.contains(question), "\(size) \(text)") }
      }
      asked += question == nil ? 0 : 1
      world.press(question == nil ? .right : .character("y"))
    }
    #expect(asked == 2)
  }

  @Test(arguments: ["clip-after-step", "no-clip", "forward,backward,step,forward,clip,step"])
  func `the twin's panel ends with a whole sentence or with a mark`(name: String) throws {
    let app = try World.told(name: name, after: 0).app
    for height in 8...30 {
      let rows = app.panelFrame(.twin, width: 37, height: height).text.split(separator: "\n")
      let last = rows.last { $0.contains { !$0.isWhitespace } }?.last { !$0.isWhitespace }
      #expect(
        rows.count <= 11 || last == "." || last == "…" || last?.isNumber == true,
        "\(height) \(rows)")
    }
  }

  /// What a key is answered names the way on at its end: none of it is cut.
  @Test(arguments: [40, 41, 47, 55, 60, 79, 80, 100, 200])
  func `what the last line says is there in full at every width`(width: Int) throws {
    var world = try EveryScreen.world("story")
    world.tell(.resized(width: width, height: 24))
    world.rest()
    var said = 0
    for key in [Key.up, .escape, .character("y"), .character("s"), .character("+"), .end, .left] {
      world.app.panels.show(.layers)
      world.press(key)
      world.rest()
      guard let remark = world.app.options.remark else { continue }
      said += 1
      let rows = world.app.frame(width: width, height: 24).text.split(
        separator: "\n", omittingEmptySubsequences: false)
      let last = rows.suffix(3).joined(separator: " ").split(separator: " ").joined(separator: " ")
      #expect(last.hasSuffix(remark), "\(width): \(last)")
    }
    #expect(said >= 5)
  }
}
