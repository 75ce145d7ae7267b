internal import Canvas

/// The numbered sentence under the pipeline.
struct SentenceView {
  var sentence: Sentence
  var isDetour: Bool
  var glyphs: Glyphs

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    let heading = sentence.parts.heading
    frame.write(heading, x: 0, y: 0, isDetour ? .detour : .strong)
    for (row, line) in lines(columns: max(width - Self.indent, 1), atMost: height).enumerated() {
      frame.write(line, x: Self.indent, y: row)
    }
    return frame
  }

  /// What does not fit ends in an ellipsis.
  private func lines(columns: Int, atMost count: Int) -> [String] {
    let lines = wrap(sentence.parts.text, width: columns)
    guard lines.count > count, count > 0 else { return lines }
    let last = Line(lines[count - 1]).prefix(columns - glyphs.ellipsis.count).text
    return lines[..<(count - 1)] + [last + glyphs.ellipsis]
  }

  /// The widest heading, "1 zero_grad", and a gap.
  private static let indent = 13
}
