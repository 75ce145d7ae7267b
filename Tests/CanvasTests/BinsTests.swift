import Testing

@testable import Canvas

@Suite struct BinsTests {
  @Test func `one outlier among a million steps stays in its bin`() {
    var bins = Bins()
    for step in 0..<1_000_000 { bins.append(step == 123_456 ? 99 : 2) }
    let shown = bins.merged(to: 60)
    #expect(shown.range == 2...99)
    #expect(shown.bins.filter { $0.max == 99 }.count == 1)
    #expect(shown.bins.firstIndex { $0.max == 99 } == 123_456 / shown.size)
  }

  @Test func `memory stays flat however long the run`() {
    var bins = Bins()
    var most = 0
    for step in 0..<200_000 {
      bins.append(Float(step))
      most = max(most, bins.bins.count)
    }
    #expect(most == Bins.capacity)
    #expect(bins.count == 200_000)
    #expect(bins.size == 512)
  }

  @Test func `no clipped step is lost or invented by merging`() {
    var bins = Bins()
    for step in 0..<5000 { bins.append(1, clipped: step % 7 == 3) }
    let clipped = (0..<5000).filter { $0 % 7 == 3 }.count
    #expect(bins.clippedCount == clipped)
    for columns in [300, 60, 7, 1] { #expect(bins.merged(to: columns).clippedCount == clipped) }
  }

  @Test func `every bin but the last holds the same number of steps`() {
    var bins = Bins()
    for step in 1...3001 {
      bins.append(Float(step))
      let counts = bins.bins.dropLast().map(\.count)
      #expect(counts.allSatisfy { $0 == bins.size })
    }
    #expect(bins.bins.reduce(0) { $0 + $1.count } == 3001)
  }

  @Test func `a merged bin keeps least, largest, first, last and mean`() {
    let bin = Bins([4, 1, 7, 2]).merged(to: 1).bins[0]
    #expect((bin.min, bin.max) == (1, 7))
    #expect((bin.first, bin.last) == (4, 2))
    #expect(bin.mean == 3.5)
    #expect(bin.count == 4)
  }

  @Test func `what is not finite is flagged and never touches the range`() {
    let bins = Bins([.nan, 3, .infinity, 5, -.infinity]).merged(to: 1)
    #expect(bins.range == 3...5)
    let bin = bins.bins[0]
    #expect(bin.hasNaN && bin.hasPositiveInfinity && bin.hasNegativeInfinity)
    #expect((bin.first, bin.last) == (3, 5))
    #expect(Bins([.nan]).range == nil)
    #expect(Bins([.nan]).bins[0].mean == nil)
  }

  @Test func `at least half clipped paints a column, fewer do not`() {
    func bin(_ clipped: Int, of count: Int) -> Bin {
      var bins = Bins()
      for step in 0..<count { bins.append(1, clipped: step < clipped) }
      return bins.merged(to: 1).bins[0]
    }
    #expect(bin(2, of: 4).isMostlyClipped)
    #expect(!bin(1, of: 4).isMostlyClipped)
    #expect(!bin(0, of: 4).isMostlyClipped)
  }
}
