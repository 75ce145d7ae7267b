internal import Canvas
internal import Moves
internal import Platform

/// Where an update:parameter ratio stands between 0.0001 % and 100 %, with a line at 0.1 % to compare.
struct RatioAxis {
  /// Odd, so that the line stands in the middle.
  var width: Int
  var glyphs: Glyphs

  private static let decades = 6.0

  func frame(_ ratio: Double?) -> Frame {
    var frame = Frame(width: width, height: 1)
    frame.fill(x: 0, y: 0, width: width, height: 1, glyphs.isASCII ? "." : "·", .dim)
    frame[width / 2, 0] = Cell(glyphs.vertical, .dim)
    guard let ratio else { return frame }
    guard ratio.isFinite else {
      frame[width / 2, 0] = Cell(ratio.isNaN ? glyphs.notANumber : glyphs.infinite, .alarm)
      return frame
    }
    frame[column(of: ratio), 0] = Cell(glyphs.point, .curve)
    return frame
  }

  /// Beyond its ends a ratio stands at the end.
  func column(of ratio: Double) -> Int {
    guard ratio > 0 else { return 0 }
    let share = 1 + log10(ratio) / Self.decades
    return Int((min(max(share, 0), 1) * Double(width - 1)).rounded())
  }

  /// What the line in the middle stands for.
  var label: Frame {
    var frame = Frame(width: width, height: 1)
    let text = Figures.percent(Self.healthy)
    frame.write(text, x: (width - text.count) / 2, y: 0, .dim)
    return frame
  }

  /// About so large a share of its norm an update often is where training goes well.
  static let healthy = 0.001
}
