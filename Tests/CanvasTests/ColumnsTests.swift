import Testing

@testable import Canvas

@Suite struct ColumnsTests {
  @Test(arguments: [
    ("a", "a", 1), ("é", "é", 1), ("e\u{301}", "é", 1), ("x\u{302}", "x", 1), ("漢", "漢", 2),
    ("か\u{3099}", "が", 2), ("\u{1112}\u{1161}\u{11AB}", "한", 2), ("Ａ", "Ａ", 2), ("🎉", "🎉", 2),
    ("👨‍👩‍👧", "👨", 2), ("👍🏽", "👍", 2), ("🇩🇪", "·", 1), ("❤️", "❤", 1), ("🏽", "·", 1), ("\t", "→", 1),
    ("\n", "↵", 1), ("\r\n", "↵", 1), ("\u{1B}", "␛", 1), ("\0", "␀", 1), ("\u{7F}", "␡", 1),
    ("\u{9B}", "·", 1), ("\u{AD}", "·", 1), ("\u{200B}", "·", 1), ("\u{200D}", "·", 1),
    ("\u{202E}", "·", 1), ("\u{2066}", "·", 1), ("\u{2069}", "·", 1), ("\u{FEFF}", "·", 1),
    ("\u{301}", "·", 1), ("\u{1161}", "·", 1), ("\u{3164}", "·", 1), ("\u{E000}", "·", 1),
    ("\u{2028}", "·", 1), ("\u{E0041}", "·", 1), ("\u{FFFD}", "\u{FFFD}", 1), ("⣿", "⣿", 1),
  ])
  func `a character is shown by one scalar in the columns it takes`(
    text: String, shown: String, columns: Int
  ) {
    #expect(text.shown.unicodeScalars.elementsEqual(shown.unicodeScalars))
    #expect(text.columns == columns)
    var frame = Frame(width: 4, height: 1)
    #expect(frame.write(text, x: 0, y: 0) == columns)
    #expect(frame[columns - 1, 0].isRightHalf == (columns == 2))
  }

  @Test func `nothing that is shown steers a terminal, and what is shown is shown as it is`() {
    // Beyond the third plane there are only marks, tags and what is for private use.
    let all =
      (0...0x33FF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
      + stride(from: UInt32(0x3400), to: 0x4_0000, by: 7).compactMap(Unicode.Scalar.init)
    let wrong = Set(all.map(\.shown)).filter { shown in
      let properties = shown.properties
      return properties.generalCategory == .control || properties.generalCategory == .format
        || properties.isDefaultIgnorableCodePoint || shown.shown != shown
    }
    #expect(wrong.isEmpty)
    let far = stride(from: UInt32(0xE_0000), to: 0x11_0000, by: 97).compactMap(Unicode.Scalar.init)
    #expect(far.allSatisfy { $0.shown == "·" })
  }

  @Test func `a wide character stands in two cells`() {
    var frame = Frame(width: 8, height: 1)
    #expect(frame.write("a漢b", x: 0, y: 0) == 4)
    #expect(frame.cells.map(\.glyph) == ["a", "漢", "\0", "b", " ", " ", " ", " "])
    #expect(frame.text == "a漢b")
    #expect(Line("a漢b").width == 4)
  }

  @Test func `half a wide character is a blank`() {
    var frame = Frame(width: 3, height: 1)
    frame.write("ab漢", x: 0, y: 0)
    #expect(frame.text == "ab")
    frame.write("漢漢", x: -1, y: 0)
    #expect(frame.text == " 漢")
    frame[1, 0] = Cell("│")
    #expect(frame.text == " │")
    #expect(frame.row(0, width: 5).map(\.glyph) == [" ", "│", " ", " ", " "])
  }

  @Test func `a placed frame never shifts what stands beside it`() {
    for width in 1...7 {
      var panel = Frame(width: width, height: 1)
      panel.write("漢e\u{301}🎉字x", x: 0, y: 0)
      var screen = Frame(width: 12, height: 1)
      screen.place(panel, x: 1, y: 0)
      screen.write("│", x: width + 1, y: 0)
      let row = screen.row(0, width: 12)
      #expect(row[width + 1].glyph == "│")
      for (cell, next) in zip(row, row.dropFirst()) {
        #expect(cell.glyph.isWide == next.isRightHalf)
      }
    }
  }

  @Test func `lines are cut by columns`() {
    let line = Line("漢字かな")
    #expect(line.prefix(4).text == "漢字")
    #expect(line.prefix(3).text == "漢 ")
    #expect(line.end(in: 5, .unicode).text == "…かな")
    #expect(line.end(in: 4, .unicode).text == "… な")
    #expect(line.cut(to: 7, .unicode).text == "漢字か…")
    #expect(line.cut(to: 6, .unicode).text == "漢字 …")
    #expect(line.cut(to: 8, .unicode).text == "漢字かな")
  }

  @Test func `paragraphs break wide text without tearing a character`() {
    #expect(wrap("漢字かな交じり", width: 5) == ["漢字", "かな", "交じ", "り"])
    #expect(wrap("ab漢字 c", width: 4) == ["ab漢", "字 c"])
    for width in 2...9 {
      let lines = wrap("e\u{301}漢🎉a字b 漢字", width: width)
      #expect(lines.allSatisfy { $0.columns <= width })
      #expect(lines.joined().filter { $0 != " " } == "é漢🎉a字b漢字")
    }
    #expect(wrap("漢字", width: 1).count <= 4)
  }
}
