import Testing

@testable import Canvas

@Suite struct BoxTests {
  private func box(_ glyphs: Glyphs, title: String = "1", isDashed: Bool = false) -> String {
    var frame = Frame(width: 14, height: 3)
    frame.box(
      x: 0, y: 0, width: 14, height: 3, title: title, note: "2 of 4", isDashed: isDashed,
      glyphs: glyphs)
    return frame.text
  }

  @Test func `a box carries its number above and its count below`() {
    #expect(
      box(.unicode) == """
        ╭ 1 ─────────╮
        │            │
        ╰ 2 of 4 ────╯
        """)
    #expect(
      box(.ascii) == """
        + 1 ---------+
        |            |
        + 2 of 4 ----+
        """)
  }

  @Test func `a dashed box is drawn in dashes`() {
    #expect(
      box(.unicode, isDashed: true) == """
        ╭ 1 ┄┄┄┄┄┄┄┄┄╮
        ┆            ┆
        ╰ 2 of 4 ┄┄┄┄╯
        """)
  }

  @Test func `a title that is too long leaves the corners alone`() {
    #expect(box(.unicode, title: "zero_grad and more").hasPrefix("╭ zero_grad… ╮\n"))
  }

  @Test func `rules and fills stop at the edges`() {
    var frame = Frame(width: 4, height: 3)
    frame.horizontalRule(x: -2, y: 1, width: 99, glyphs: .ascii)
    frame.verticalRule(x: 3, y: -1, height: 99, glyphs: .ascii)
    frame.fill(x: 0, y: 2, width: 2, height: 9, "#", .strong)
    frame.fill(x: 9, y: 9, width: -3, height: -3, "!")
    #expect(frame.text == "   |\n---|\n## |")
  }
}
