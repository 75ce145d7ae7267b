import Testing

@testable import Canvas

@Suite struct ScatterTests {
  private func plot(_ characters: PlotCharacters, slope: Float = 2, errors: Bool = false) -> Frame {
    let xs: [Float] = [-2, -1, 0, 1, 2]
    return ScatterPlot(
      points: xs.map { .init(x: $0, y: 2 * $0 + 1) }, slope: slope, intercept: 1, xRange: -2...2,
      yRange: -4...6, characters: characters, glyphs: characters == .ascii ? .ascii : .unicode,
      showsErrors: errors
    ).frame(width: 30, height: 10)
  }

  @Test func `points and their line in 7 bits`() {
    #expect(
      plot(.ascii).text
        == #"""
          |
          |
        5 +                        _o"
          |                   o-"""
          |             o_-"""
        0 +         _-"""
          |    _-"o"
          |-o""
          +-+-----+-----+-----+-----+-
            -2    -1    0     1     2
        """#)
  }

  @Test func `the rest of the data is dim and stands behind`() {
    let plot = ScatterPlot(
      points: [.init(x: 0, y: 0)], others: [.init(x: -2, y: 4), .init(x: 0, y: 0)], slope: 0,
      intercept: -3, xRange: -2...2, yRange: -4...6, characters: .ascii, glyphs: .ascii
    ).frame(width: 30, height: 10)
    let cells = (0..<10).flatMap { y in (3..<30).map { plot[$0, y] } }
    #expect(cells.count { $0 == Cell(Glyphs.ascii.faintPoint, .dim) } == 1)
    #expect(cells.count { $0 == Cell(Glyphs.ascii.point, .strong) } == 1)
  }

  @Test func `points and their line in braille`() {
    #expect(
      plot(.braille).text
        == #"""
          │
          │
        5 ┤                       ⣀⡠●⠒
          │                  ⣀●⠔⠒⠉
          │             ●⡠⠔⠒⠉
        0 ┤        ⣀⡠⠔⠒⠉
          │   ⣀⡠⠔⠒●
          │⠔●⠉
          └─┴─────┴─────┴─────┴─────┴─
            -2    -1    0     1     2
        """#)
  }

  @Test func `errors join the points to the line`() {
    #expect(
      plot(.ascii, slope: 0.5, errors: true).text
        == #"""
          |
          |
        5 +                         o
          |                   o     :
          |             o  __-------""
        0 +-----"""""""""""
          | :     o
          | o
          +-+-----+-----+-----+-----+-
            -2    -1    0     1     2
        """#)
  }
}
