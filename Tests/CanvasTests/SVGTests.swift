import Foundation
import Testing

@testable import Canvas

@Suite struct SVGTests {
  private struct Word: Equatable {
    var x: Int
    var y: Int
    var glyph: Character
    var ink: String
  }

  /// Every character of every text element, with the column and row that it stands in.
  private func words(of svg: String) -> [Word] {
    svg.matches(of: /<text x="([0-9 ]+)" y="([0-9]+)" fill="(#[0-9a-f]{6})"[^>]*>([^<]*)<\/text>/)
      .flatMap { match in
        let content = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
          .reduce(String(match.4)) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
        let places = match.1.split(separator: " ").compactMap { Int($0) }
        #expect(places.count == content.unicodeScalars.count)
        return zip(places, content.unicodeScalars).map {
          Word(
            x: $0 / 9, y: (Int(match.2) ?? 0) / 18, glyph: Character($1), ink: String(match.3))
        }
      }
  }

  private func frame(_ text: String, _ role: Role = .text) -> Frame {
    var frame = Frame(width: 20, height: 1)
    frame.write(text, x: 0, y: 0, role)
    return frame
  }

  @Test func `what XML keeps for itself is escaped, in the title too`() {
    let svg = frame("if a<b && \"c\">d").svg(.light, title: "<&\">")
    #expect(svg.contains(">if a&lt;b &amp;&amp; &quot;c&quot;&gt;d</text>"))
    #expect(svg.contains("<title>&lt;&amp;&quot;&gt;</title>"))
    #expect(words(of: svg).map(\.glyph) == Array("if a<b && \"c\">d"))
  }

  @Test func `no control character gets into the picture`() {
    var frame = frame("x")
    frame[1, 0] = Cell("\u{1B}")
    let svg = frame.svg(.light, title: "a\u{7}b")
    #expect(svg.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
  }

  @Test(arguments: Theme.allCases)
  func `every word of a frame stands in its cell, in the colour of its role`(theme: Theme) {
    var frame = Frame(width: 40, height: Role.allCases.count)
    for (y, role) in Role.allCases.enumerated() {
      frame.write("two  words \(y)", x: y, y: y, role)
      frame.write("→", x: 30, y: y, .dim)
    }
    let found = words(of: frame.svg(theme, title: "")).filter { $0.glyph != " " }
    var expected: [Word] = []
    for y in 0..<frame.height {
      for x in 0..<frame.width where frame[x, y].glyph != " " {
        let ink = Look(frame[x, y].role, in: theme).ink
        expected.append(
          Word(
            x: x, y: y, glyph: Character(frame[x, y].glyph), ink: String(format: "#%06x", ink)))
      }
    }
    #expect(found == expected)
  }

  @Test func `a wide character takes two cells, and a long one stands alone`() {
    let svg = frame("日本x 🦊y").svg(.light, title: "")
    let places = words(of: svg).filter { $0.glyph != " " }
    #expect(places.map(\.x) == [0, 2, 4, 6, 8])
    #expect(svg.contains(">🦊</text>"))
  }

  @Test func `a picture needs nothing from elsewhere and runs nothing`() {
    let svg = frame("a └─ ⣿ █ ░").svg(.dark, title: "").replacing(
      "xmlns=\"http://www.w3.org/2000/svg\"", with: "")
    for part in ["<script", "<style", "href", "url(", "http", "<image", "<foreignObject", "on"] {
      let isThere = svg.contains("\(part)") && part != "on" || svg.contains(" onload")
      #expect(!isThere, "\(part)")
    }
  }

  /// The drawings of Unicode's charts, in a cell of 9 by 18.
  @Test(
    arguments: [
      ("█", [(0.0, 0.0, 9.0, 18.0)]), ("▀", [(0, 0, 9, 9)]), ("▄", [(0, 9, 9, 9)]),
      ("▌", [(0, 0, 4.5, 18)]), ("▐", [(4.5, 0, 4.5, 18)]), ("▁", [(0, 15.75, 9, 2.25)]),
      ("▏", [(0, 0, 1.125, 18)]), ("▗", [(4.5, 9, 4.5, 9)]),
      ("▞", [(4.5, 0, 4.5, 9), (0, 9, 4.5, 9)]),
      ("⠁", [(0.75, 0.75, 3, 3)]), ("⢀", [(5.25, 14.25, 3, 3)]),
      ("⠰", [(5.25, 5.25, 3, 3), (5.25, 9.75, 3, 3)]), ("⡀", [(0.75, 14.25, 3, 3)]),
    ] as [(Unicode.Scalar, [(Double, Double, Double, Double)])])
  func `blocks and dots fill the part of the cell that Unicode says`(
    glyph: Unicode.Scalar, parts: [(Double, Double, Double, Double)]
  ) {
    let path = parts.map(CellShape.rectangle).joined()
    #expect(CellShape(glyph) == .fill(path))
  }

  @Test func `words are no drawings`() {
    for glyph in "aZ%→·●◆▴▸×日é═".unicodeScalars { #expect(CellShape(glyph) == nil, "\(glyph)") }
  }

  private func light(_ color: Int32) -> Double {
    let parts = [16, 8, 0].map { Double(color >> $0 & 255) / 255 }
    let linear = parts.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  @Test(arguments: Theme.allCases, Role.allCases)
  func `contrast is 4.5 or more`(theme: Theme, role: Role) {
    let look = Look(role, in: theme)
    let lights = [light(look.ink), light(look.ground ?? theme.ground)].sorted()
    #expect((lights[1] + 0.05) / (lights[0] + 0.05) >= 4.5)
  }
}
