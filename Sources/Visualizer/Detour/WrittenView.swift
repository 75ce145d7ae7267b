internal import Canvas
internal import Moves

/// A sample to be read to its end, in the chart's place until the loop goes on.
struct WrittenView {
  var sample: Sample
  var step: Int
  var glyphs: Glyphs

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    frame.write(
      [
        Line("what it wrote", .strong) + Line("  \(FigureMoment.after(step))", .dim),
        Line("what it wrote", .strong),
      ], x: 0, y: 0, glyphs)
    frame.write(
      Paragraph(sample.prompt + sample.text), x: 0, y: 1, width: width - 1, glyphs: glyphs)
    return frame
  }

  /// With "it wrote: " before it.
  func isLonger(than columns: Int) -> Bool {
    DetourFacts.oneLine(sample).count + 10 > columns
  }
}
