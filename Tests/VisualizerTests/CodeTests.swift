import Canvas
import Foundation
import Moves
import Testing

@testable import Visualizer

@Suite struct CodeTests {
  private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")

  @Test func `each excerpt still stands in the source, its lines in order`() throws {
    for excerpt in SwiftExcerpt.all {
      let file = Self.sources.appendingPathComponent(excerpt.file)
      var rest = Substring(try String(contentsOf: file, encoding: .utf8))
      for line in excerpt.lines {
        let found = rest.range(of: "\(line)\n")
        #expect(found != nil, "\(excerpt.file): \(line)")
        if let found { rest = rest[found.upperBound...] }
      }
    }
  }

  @Test(arguments: Move.allCases)
  func `our own lines stand beside the live line of the loop`(move: Move) throws {
    var app = PanelFixture.app(.code, after: 1, options: App.Options())
    let excerpt = SwiftExcerpt.of(move, .adamw)
    for report in Fixture.moves(of: 2) where report.move == move {
      _ = app.update(.moved(report), at: 1)
    }
    let wide = app.frame(width: 100, height: 60).text
    #expect(wide.contains("our Swift"))
    #expect(wide.contains(excerpt.lines[0].prefix(20)))
    let small = app.frame(width: 80, height: 24).text
    #expect(small.contains("↓ our Swift") && !small.contains(excerpt.lines[0].prefix(20)))
    _ = app.update(.keys([.down]), at: 2)
    let turned = app.frame(width: 80, height: 24).text
    #expect(turned.contains("↑ the loop") && turned.contains(excerpt.lines[0].prefix(20)))
    _ = app.update(.keys([.up]), at: 3)
    #expect(app.frame(width: 80, height: 24).text == small)
  }
}
