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

  private func plot(_ slope: Float, _ intercept: Float, width: Int = 60) -> String {
    ScatterPlot(
      points: [.init(x: 0, y: 1)], slope: slope, intercept: intercept, xRange: -2...2,
      yRange: -4...6, characters: .braille, glyphs: .unicode
    ).frame(width: width, height: 12).text
  }

  @Test(
    arguments: [
      (0, 12, "it runs above it"), (1, 900, "it runs above it"), (-3, -1e30, "it runs below it"),
      (.infinity, 0, "not finite"), (.nan, 1, "not finite"),
    ] as [(Float, Float, String)])
  func `a line that is outside the picture is said to be`(
    slope: Float, intercept: Float, words: String
  ) {
    #expect(plot(slope, intercept).contains(words), "\(plot(slope, intercept))")
    for width in 17...40 {
      let text = plot(slope, intercept, width: width)
      #expect(text.contains("The line ") || width < 24 && text.contains("no line"), "\(text)")
    }
  }

  /// Where the line is drawn in each row: the columns from left to right, counted in cells.
  private func drawn(_ characters: PlotCharacters, _ slope: Float, _ intercept: Float) -> [[Int]] {
    let frame = ScatterPlot(
      points: [], slope: slope, intercept: intercept, xRange: -2...2, yRange: -4...6,
      characters: characters, glyphs: characters == .ascii ? .ascii : .unicode
    ).frame(width: 63, height: 12)
    return (0..<10).map { y in (4..<63).filter { frame[$0, y].role == .curve } }
  }

  @Test(
    arguments: [PlotCharacters.ascii, .block, .braille], [-1e6, -400, 60, 1e3, 1e9] as [Float])
  func `a steep line is drawn without a hole, where it crosses the picture`(
    characters: PlotCharacters, slope: Float
  ) {
    let rows = drawn(characters, slope, 0)
    #expect(rows.allSatisfy { !$0.isEmpty }, "\(rows)")
    // It crosses zero where x is 0: in the middle of the axis.
    for column in rows.flatMap(\.self) { #expect(abs(column - 33) <= 3, "\(rows)") }
  }
}
