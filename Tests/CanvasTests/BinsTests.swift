import Testing

@testable import Canvas

@Suite struct BinsTests {
  @Test func `one outlier among a million steps stays in its bin`() {
    var bins = Bins()
    for step in 0..<1_000_000 { bins.append(step == 123_456 ? 99 : 2) }
    let scale = StepScale(count: bins.count, dotColumns: 60, dotsAcross: 1)
    let shown = scale.columns(of: bins)
    #expect(bins.range == 2...99)
    #expect(shown.indices.filter { shown[$0]?.max == 99 } == [scale.column(ofStep: 123_457)])
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
    for columns in [300, 60, 7, 1] {
      let scale = StepScale(count: 5000, end: 5000, dotColumns: columns, dotsAcross: 1)
      let shown = scale.columns(of: bins).compactMap { $0 }
      #expect(shown.reduce(0) { $0 + $1.clippedCount } == clipped)
      #expect(shown.reduce(0) { $0 + $1.count } == 5000)
    }
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

  @Test func `a merged bin keeps least, largest, first, last and mean`() throws {
    let bin = try #require(Bins([4, 1, 7, 2]).merged)
    #expect((bin.min, bin.max) == (1, 7))
    #expect((bin.first, bin.last) == (4, 2))
    #expect(bin.mean == 3.5)
    #expect(bin.count == 4)
  }

  @Test func `what is not finite is flagged and never touches the range`() throws {
    let bins = Bins([.nan, 3, .infinity, 5, -.infinity])
    #expect(bins.range == 3...5)
    let bin = try #require(bins.merged)
    #expect(bin.hasNaN && bin.hasPositiveInfinity && bin.hasNegativeInfinity)
    #expect((bin.first, bin.last) == (3, 5))
    #expect(Bins([.nan]).range == nil)
    #expect(Bins([.nan]).bins[0].mean == nil)
  }

  @Test func `at least half clipped paints a column, fewer do not`() {
    func isMostly(_ clipped: Int, of count: Int) -> Bool? {
      var bins = Bins()
      for step in 0..<count { bins.append(1, clipped: step < clipped) }
      return bins.merged?.isMostlyClipped
    }
    #expect(isMostly(2, of: 4) == true)
    #expect(isMostly(1, of: 4) == false)
    #expect(isMostly(0, of: 4) == false)
  }

  @Test(arguments: [0, 1, 3, 15, 16, 511, 512, 513, 2000, 70_001])
  func `many steps that nobody tells of are the same as one after the other`(gap: Int) {
    var (together, single) = (Bins(), Bins())
    for round in 1...3 {
      together.append(untold: gap)
      for _ in 0..<gap { single.append(nil) }
      together.append(Float(round), clipped: round == 2)
      single.append(Float(round), clipped: round == 2)
    }
    // Bins without a value hold NaN, which is equal to nothing.
    let isSame = "\(together)" == "\(single)"
    #expect(isSame)
    together.append(untold: 1_000_000_000_000)
    #expect(together.count == 1_000_000_000_003 + 3 * gap && together.bins.count <= Bins.capacity)
  }

  @Test func `the first steps are kept one by one, also after going back`() {
    var bins = Bins()
    for step in 1...100_000 { bins.append(Float(step), clipped: step == 3) }
    #expect(bins.beginning.map(\.mean) == (1...16).map { Float($0) })
    #expect(bins.beginning.indices.filter { bins.beginning[$0].clippedCount > 0 } == [2])
    #expect(bins.prefix(4).beginning.count == 4)
  }
}

extension Bins {
  fileprivate var merged: Bin? {
    StepScale(count: count, end: count, dotColumns: 1, dotsAcross: 1).columns(of: self)[0]
  }
}
