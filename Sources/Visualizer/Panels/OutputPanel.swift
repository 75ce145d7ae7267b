internal import Canvas

/// The last lines that a script has printed, the newest at the bottom.
struct OutputPanel {
  var lines: [String]
  var name: String
  var glyphs: Glyphs

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    frame.write(Line("printed by \(name)", .strong).cut(to: width, glyphs), x: 0, y: 0)
    let shown = lines.suffix(max(height - 1, 0)).map { Line($0).cut(to: width - 1, glyphs) }
    frame.write(rows: shown, x: 1, y: 1)
    return frame
  }
}
