import Testing

@testable import Canvas

@Suite struct TextTests {
  @Test func `text breaks between words and a long word is cut`() {
    #expect(
      wrap("the same direction, a shorter push", width: 10)
        == ["the same", "direction,", "a shorter", "push"])
    #expect(wrap("abcdefgh ij", width: 3) == ["abc", "def", "gh", "ij"])
    #expect(wrap("abcdef", width: 3) == ["abc", "def"])
    #expect(wrap("one\n\ntwo", width: 9) == ["one", "", "two"])
    #expect(wrap("", width: 9) == [])
    #expect(wrap("word", width: 0) == [])
  }

  @Test func `no line is wider than asked and no word is lost`() {
    let text = "Together the gradients measured 1.83, above the ceiling of 1.00"
    for width in 1...70 {
      let lines = wrap(text, width: width)
      #expect(lines.allSatisfy { $0.count <= width })
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }

  @Test func `roles survive a line break`() {
    let line = Line([.init("last ", .dim), .init("2.41 nats", .strong)])
    let lines = Paragraph(line).lines(columns: 9)
    #expect(lines.map(\.text) == ["last 2.41", "nats"])
    #expect(lines[1].spans == [.init("nats", .strong)])
    #expect(lines[0].spans == [.init("last ", .dim), .init("2.41", .strong)])
  }

  @Test func `a line that is too long ends in an ellipsis`() {
    let line = Line("gradients")
    #expect(line.cut(to: 9, .unicode).text == "gradients")
    #expect(line.cut(to: 6, .unicode).text == "gradi…")
    #expect(line.cut(to: 6, .ascii).text == "gra...")
    #expect(line.cut(to: 3, .ascii).text == "gra")
    #expect(line.cut(to: 0, .ascii).text == "")
  }

  @Test func `a written paragraph tells the row after it`() {
    var frame = Frame(width: 8, height: 3)
    #expect(frame.write(Paragraph("one two three"), x: 1, y: 0, width: 7) == 2)
    #expect(frame.text == " one two\n three\n")
    #expect(frame.write(Paragraph("a b c"), x: 0, y: 2, width: 1, height: 1) == 3)
  }

  @Test func `where room is short a line is cut between words, never in one`() {
    let line = Line([.init("loss 2.41, "), .init("best 1.63", .dim)])
    for width in 5...30 {
      let cut = line.cut(to: width, .unicode)
      #expect(cut.width <= width)
      let whole = line.text.split(separator: " ").map(String.init)
      let kept = cut.text.replacing("…", with: "").split(separator: " ").map(String.init)
      #expect(kept == Array(whole.prefix(kept.count)))
    }
    #expect(line.cut(to: 14, .unicode).text == "loss 2.41,…")
    #expect(line.end(in: 12, .unicode).text == "…best 1.63")
  }

  @Test func `the fullest of several ways to say it that fits is shown`() {
    let forms = [Line("loss before update 2.41"), Line("loss 2.41")]
    #expect(forms.fitting(23, .ascii).text == "loss before update 2.41")
    #expect(forms.fitting(22, .ascii).text == "loss 2.41")
    #expect(forms.fitting(8, .ascii).text == "loss...")
  }

  @Test func `a paragraph that ends early says so, between words`() {
    let lines = Paragraph("one two three four").lines(columns: 9, atMost: 2, .unicode)
    #expect(lines.map(\.text) == ["one two", "three…"])
    #expect(Paragraph("one two").lines(columns: 9, atMost: 2, .unicode).count == 1)
  }
}
