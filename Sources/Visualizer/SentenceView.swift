internal import Canvas

/// The numbered sentence under the pipeline.
struct SentenceView {
  var sentence: Sentence
  var isDetour: Bool

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    let (heading, text) = sentence.parts
    frame.write(heading, x: 0, y: 0, isDetour ? .detour : .strong)
    let lines = wrap(text, width: max(width - Self.indent, 1))
    for (row, line) in lines.prefix(height).enumerated() {
      frame.write(line, x: Self.indent, y: row)
    }
    return frame
  }

  /// The widest heading, "1 zero_grad", and a gap.
  private static let indent = 13
}
