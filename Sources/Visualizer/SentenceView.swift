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
    frame.write(
      Paragraph(sentence.parts.text), x: Self.indent, y: 0, width: max(width - Self.indent, 1),
      glyphs: glyphs)
    return frame
  }

  /// The widest heading, "1 zero_grad", and a gap.
  static let indent = 13
}
