import Testing

@testable import Canvas

@Suite struct StripTests {
  private let norms: [Float] = [3.8, 2, 1.2, 0.9, 0.6, 0.3, 0.1, 0]

  @Test func `in one row only clipped columns are full`() {
    let strip = Strip(values: norms, ceiling: 1, glyphs: .unicode).frame(width: 8)
    #expect(strip.text == "███▆▅▃▂▁")
    #expect((0..<8).map { strip[$0, 0].role == .clipped } == norms.map { $0 > 1 })
    #expect(Strip(values: norms, ceiling: 1, glyphs: .ascii).frame(width: 8).text == "###+=,._")
  }

  @Test func `in two rows the ceiling lies between them`() {
    let strip = Strip(values: norms, ceiling: 1, glyphs: .unicode).frame(width: 10, height: 2)
    #expect(strip.text == "█▄▂┄┄┄┄┄┄┄\n███▆▅▃▂▁")
    #expect(strip[1, 0].role == .clipped)
  }

  @Test func `a rare spike rises above the ceiling without painting its column`() {
    var bins = Bins()
    for step in 0..<400 { bins.append(step == 200 ? 9 : 0.5, clipped: step == 200) }
    let scale = StepScale(count: 400, end: 400, dotColumns: 50, dotsAcross: 1)
    let cells = StepCells(bins, scale, dotsAcross: 1).filled
    let strip = Strip(cells: cells, ceiling: 1, glyphs: .unicode).frame(width: 50, height: 2)
    #expect(strip[25, 0] == Cell("█", .faint))
    #expect(strip[25, 1] == Cell("▇", .curve))
  }

  @Test func `without a ceiling the largest value is full`() {
    let strip = Strip(values: [1, 4, 8], glyphs: .unicode).frame(width: 5)
    #expect(strip.text == "▂▅█")
  }

  @Test func `what is not a number is marked`() {
    let strip = Strip(values: [1, .nan, .infinity, 1], ceiling: 1, glyphs: .ascii)
    #expect(strip.frame(width: 9).text == "*?!*")
  }

  @Test func `a schedule shows what is past and what is to come`() {
    let shares: [Float] = [0, 0.5, 1, 0.9, 0.75, 0.6, 0.5, 0.4]
    let frame = ScheduleStrip(values: shares, past: 2, glyphs: .unicode).frame(width: 8)
    #expect(frame.text == "▁▅█▇▆▅▅▄")
    #expect(
      (0..<8).map { frame[$0, 0].role } == [.curve, .curve] + Array(repeating: .dim, count: 6))
  }

  @Test func `a bar shows what is not zero`() {
    #expect(Glyphs.unicode.bar(share: 0.5, width: 5) == "██▌")
    #expect(Glyphs.ascii.bar(share: 0.5, width: 5) == "##-")
    #expect(Glyphs.unicode.bar(share: 1e-6, width: 5) == "▌")
    for share in [0, -1, Float.nan] {
      #expect(Glyphs.unicode.bar(share: share, width: 5) == "")
    }
    #expect(Glyphs.unicode.bar(share: .infinity, width: 5) == "█████")
  }
}

extension Strip {
  /// A value a column; those above the ceiling count as clipped.
  init(values: [Float], ceiling: Float? = nil, glyphs: Glyphs) {
    let cells = values.map { Bin($0, clipped: $0 > ceiling ?? .infinity) }
    self.init(cells: cells, ceiling: ceiling, glyphs: glyphs)
  }
}
