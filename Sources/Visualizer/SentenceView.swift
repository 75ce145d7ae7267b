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
    let indent = indent(beside: heading, columns: width)
    let paragraph = Paragraph(
      sentence.forms(glyphs).fitting(columns: width - indent, rows: height))
    frame.write(paragraph, x: indent, y: 0, width: max(width - indent, 1), glyphs: glyphs)
    return frame
  }

  /// So many rows take all the words.
  func rows(columns: Int) -> Int {
    let heading = sentence.parts.heading
    let room = max(columns - indent(beside: heading, columns: columns), 1)
    return Paragraph(sentence.parts.text).lines(columns: room).count
  }

  /// What is long stands close to its heading on a narrow screen.
  private func indent(beside heading: String, columns: Int) -> Int {
    columns < Self.narrow && sentence.takesRows ? heading.count + 2 : Self.indent
  }

  private static let narrow = 64

  /// The widest heading, "1 zero_grad", and a gap.
  static let indent = 13
}

extension [String] {
  /// The first that has room, from the fullest to the shortest; at last the shortest.
  func fitting(columns: Int, rows: Int) -> String {
    first { Paragraph($0).lines(columns: columns).count <= rows } ?? last ?? ""
  }
}
