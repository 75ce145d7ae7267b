import Testing

@testable import Canvas

@Suite struct LossChartTests {
  private func roles(_ frame: Frame, _ role: Role) -> Int {
    frame.cells.count { $0.role == role }
  }

  @Test func `values without a place on the axis stand on its border`() {
    var loss = Bins()
    for step in 1...20 {
      let value = step == 12 ? .nan : step == 15 ? .infinity : 4 - Float(step) / 10
      loss.append(value, clipped: step > 16)
    }
    #expect(
      LossChart(loss: loss, characters: .ascii, glyphs: .ascii).frame(width: 50, height: 9).text
        == #"""
           4 + ___                   ?     !
             |    "--____
             |           "--___
           3 +                 "---_
             |                         --_
             |                               "-o_o_
           2 +                                     o-o
        clip |                                 ^ ^ ^ ^
        step +---------+ 5 ------+ 10 -----+ 15 -----+ 20
        """#)
  }

  @Test(arguments: [7, 100, 200, 300, 400, 1000, 2000, 3000, 12_345])
  func `numbers of steps are apart, and each stands at its tick`(end: Int) throws {
    for width in 20...200 {
      for count in [1, end / 2, end] where count > 0 {
        var chart = LossChart(
          loss: Bins((0..<count).map { 4 - Float($0) / Float(end) }), characters: .braille,
          glyphs: .unicode)
        chart.end = end
        let text = chart.frame(width: width, height: 10).text
        let axis = try #require(text.split(separator: "\n").last)
        let numbers = axis.matches(of: /[0-9][0-9,kM.]*/)
        #expect(!numbers.isEmpty || width < 40, "\(width): \(axis)")
        for number in numbers {
          let (before, after) = (axis[..<number.range.lowerBound], axis[number.range.upperBound...])
          #expect(before.hasSuffix("┴ ") || after == " ┴", "\(width): \(axis)")
        }
        for (number, next) in zip(numbers, numbers.dropFirst()) {
          let between = axis[number.range.upperBound..<next.range.lowerBound]
          #expect(between.contains { "─┴".contains($0) }, "\(width): \(axis)")
        }
      }
    }
  }

  @Test func `a broken run stands beside its correct twin`() {
    var chart = LossChart(
      loss: Bins(repeatElement(4, count: 40)), characters: .ascii, glyphs: .ascii,
      showsLegend: true)
    chart.twin = Bins((0..<40).map { 4 - Float($0) / 15 })
    #expect(
      chart.frame(width: 60, height: 10).text
        == #"""
             |     o clipped  - train  . correct twin  V validation
           4 +----------------------------------------
             |    '''.....
           3 +            ''.....
             |                   '''.....
           2 +                           ''.....
             |                                  '''...
           1 +
        clip |
        step +---------+ 10 -----+ 20 -----+ 30 -----+ 40 -----+ 50
        """#)
  }

  @Test func `one outlier and one clipped step among a million are seen`() {
    var loss = Bins()
    for step in 0..<1_000_000 {
      let isOdd = step == 400_000
      loss.append(isOdd ? 9 : 2 + Float(step % 10) / 20, clipped: isOdd)
    }
    #expect(
      LossChart(loss: loss, characters: .ascii, glyphs: .ascii).frame(width: 50, height: 10).text
        == #"""
             |            .
           8 +            :
             |            :
           6 +            :
             |            :
           4 +            :
             |            :
           2 +"""""""""""""""""""""""""""""""
        clip |            ^
        step +---------------+ 500k --------+ 1M ---------
        """#)
    for characters in PlotCharacters.allCases {
      let chart = LossChart(loss: loss, characters: characters, glyphs: .unicode)
      let frame = chart.frame(width: 50, height: 10)
      #expect((2...6).allSatisfy { frame[18, $0].glyph != " " }, "\(characters)")
      #expect(frame[18, 8] == Cell("▴", .clipped))
      #expect(roles(frame, .clipped) == 1)
    }
  }

  @Test(arguments: PlotCharacters.allCases)
  func `a column is painted when half of its steps were clipped, and marked for any`(
    _ characters: PlotCharacters
  ) {
    func frame(clippedInEight: Int) -> Frame {
      var loss = Bins()
      for step in 0..<320 { loss.append(2, clipped: step % 8 < clippedInEight) }
      let chart = LossChart(loss: loss, characters: characters, glyphs: .unicode)
      return chart.frame(width: 26, height: 12)
    }
    let (rarely, often) = (frame(clippedInEight: 1), frame(clippedInEight: 4))
    #expect(!rarely.text.contains("●") && rarely.text.contains("▴"))
    #expect(often.text.contains("●") && often.text.contains("▴"))
    #expect(roles(often, .clipped) == 2 * roles(rarely, .clipped))
  }

  @Test func `validation points stand at their steps`() {
    let loss = Bins(repeatElement(2, count: 40))
    let chart = LossChart(
      loss: loss, validation: [.init(step: 0, value: 2), .init(step: 10, value: 2.2)],
      characters: .ascii, glyphs: .ascii)
    let frame = chart.frame(width: 46, height: 12)
    let marks = (0..<12).flatMap { y in
      (0..<46).compactMap { frame[$0, y].role == .validation ? $0 : nil }
    }
    #expect(Set(marks) == [6, 15])
  }

  /// The steps at which marks stand on the line itself, of evaluations every so many steps.
  private func standing(every interval: Int, evaluations: Int) -> [Int] {
    var chart = LossChart(
      loss: Bins(repeatElement(2, count: 400)),
      validation: (1...evaluations).map { .init(step: $0 * interval, value: 2) },
      characters: .ascii, glyphs: .ascii)
    chart.end = 400
    // Six columns of labels, and forty for the four hundred steps.
    let frame = chart.frame(width: 46, height: 12)
    return (0..<46).filter { x in (0..<12).contains { frame[x, $0].role == .validation } }
      .map { ($0 - 5) * 10 }
  }

  @Test(arguments: [10, 20, 30, 39, 40, 50, 80])
  func `marks stand four cells apart where there are many, and one that stands stays`(
    interval: Int
  ) {
    var before: [Int] = []
    for evaluations in 1...(400 / interval) {
      let marks = standing(every: interval, evaluations: evaluations)
      // The newest is always seen, and gives way only to the next.
      #expect(abs((marks.last ?? 0) - interval * evaluations) < 10, "\(marks)")
      let isFirst = evaluations == 2 && interval < 40
      #expect(Set(before.dropLast()).isSubset(of: marks) || isFirst, "\(before), \(marks)")
      let gaps = zip(marks, marks.dropFirst()).dropLast().map { $1 - $0 }
      #expect(gaps.allSatisfy { (40...80).contains($0) || $0 == interval }, "\(marks)")
      before = marks
    }
    // As many have room: from one that stands to the next, and the newest.
    let every = (40 + interval - 1) / interval * interval
    #expect(abs(before.count - (400 / interval * interval) / every) <= 1, "\(before)")
  }

  @Test func `every step has a place, later ones never before earlier ones`() {
    for (steps, end) in [(1, nil), (3, 5), (12, 20), (45, 45), (100, nil), (30_000, 40_000)] {
      let scale = StepScale(count: steps, end: end, dotColumns: 44, dotsAcross: 1)
      #expect(scale.capacity >= steps)
      #expect(scale.column(ofStep: steps) < 44)
      #expect(scale.column(ofStep: 0) == -1)
      let columns = (0...steps).map(scale.column)
      #expect(zip(columns, columns.dropFirst()).allSatisfy { $0 <= $1 })
      for step in 1...steps {
        #expect(scale.column(ofStep: scale.step(ofColumn: columns[step])) >= columns[step])
        #expect(scale.step(ofColumn: columns[step]) >= step)
      }
    }
  }

  @Test(arguments: [7, 20, 150, 200, 3000])
  func `the axis ends where the run ends, and says so`(end: Int) {
    for characters in PlotCharacters.allCases {
      var chart = LossChart(
        loss: Bins(repeatElement(2, count: end)), characters: characters, glyphs: .ascii)
      chart.end = end
      let frame = chart.frame(width: 50, height: 12)
      let axis = frame.text.split(separator: "\n").last ?? ""
      #expect(axis.hasSuffix(" \(end) +"), "\(axis)")
      #expect(frame[49, 5] != .blank)
    }
  }

  @Test func `before the first step there is nothing to measure by`() {
    var chart = LossChart(loss: Bins(), characters: .ascii, glyphs: .ascii)
    chart.end = 200
    let text = chart.frame(width: 50, height: 12).text
    #expect(text.allSatisfy { !$0.isNumber })
  }

  @Test func `what stands under the curve stands on the same steps`() {
    var (loss, norm) = (Bins(), Bins())
    for step in 1...300 {
      loss.append(step == 200 ? 9 : 2)
      norm.append(step == 200 ? 1 : 0.2, clipped: step == 200)
    }
    var chart = LossChart(loss: loss, characters: .ascii, glyphs: .ascii)
    chart.end = 300
    chart.strips = [
      .measured("norm", norm, ceiling: 1), .planned("lr") { $0 == 200 ? 1 : 0 },
    ]
    for width in 30...90 {
      let frame = chart.frame(width: width, height: 14)
      let spike = (6..<width).filter { x in (0..<5).contains { frame[x, $0] != .blank } }
      #expect(spike == (6..<width).filter { ":=+*".unicodeScalars.contains(frame[$0, 11].glyph) })
    }
  }

  @Test(arguments: PlotCharacters.allCases)
  func `the first clipped steps stay seen however long the run`(_ characters: PlotCharacters) {
    for (steps, clipped) in [(60, 12), (3000, 12), (1_000_000, 9), (1_000_000, 7)] {
      var loss = Bins()
      for step in 1...steps { loss.append(step <= 16 ? 5 : 2, clipped: step <= clipped) }
      let chart = LossChart(loss: loss, characters: characters, glyphs: .unicode)
      let frame = chart.frame(width: 50, height: 12)
      let marked = (0..<10).contains { frame[6, $0] == Cell("●", .clipped) }
      #expect(marked == (clipped >= 8), "\(steps)")
    }
  }

  @Test func `the smoothed line takes the curve's colour and the raw steps step back`() {
    let run = FallingLoss(steps: 60)
    var chart = run.chart(.block)
    #expect(roles(chart.frame(width: 60, height: 14), .curve) > 25)
    chart.smoothed = run.smoothed
    #expect(chart.legend.text.contains("smoothed"))
    #expect(roles(chart.frame(width: 60, height: 14), .faint) > 20)
  }

  @Test func `the legend never hides what is drawn`() {
    var shown = 0
    for values in [(0..<44).map(Float.init), (0..<44).map { Float(44 - $0) }] {
      for height in 4...20 {
        var chart = LossChart(loss: Bins(values), characters: .ascii, glyphs: .ascii)
        let plain = chart.frame(width: 50, height: height)
        chart.showsLegend = true
        let frame = chart.frame(width: 50, height: height)
        let pairs = zip(plain.cells, frame.cells)
        #expect(pairs.allSatisfy { $0 == .blank || $0 == $1 })
        shown += frame.text.contains("o clipped") ? 1 : 0
      }
    }
    #expect(shown >= 17)
  }
}
