/// The characters that frame and mark: the same drawing in Unicode or in 7 bits.
public struct Glyphs: Sendable, Equatable {
  public var horizontal: Unicode.Scalar
  public var vertical: Unicode.Scalar
  public var dashedHorizontal: Unicode.Scalar
  public var dashedVertical: Unicode.Scalar
  public var topLeft: Unicode.Scalar
  public var topRight: Unicode.Scalar
  public var bottomLeft: Unicode.Scalar
  public var bottomRight: Unicode.Scalar
  /// Where a chart's axes meet, and where a tick leaves each of them.
  public var corner: Unicode.Scalar
  public var leftTick: Unicode.Scalar
  public var bottomTick: Unicode.Scalar
  /// Where rules meet.
  public var rightTick: Unicode.Scalar
  public var cross: Unicode.Scalar

  public var arrow: String
  public var live: String
  public var ellipsis: String
  public var times: String
  public var minus: String
  public var divided: String
  public var newline: Unicode.Scalar

  /// On the curve: most of this column's steps were clipped.
  public var clipped: Unicode.Scalar
  /// Below the curve: some step of this column was clipped.
  public var clipMark: Unicode.Scalar
  public var validation: Unicode.Scalar
  /// A point of the data.
  public var point: Unicode.Scalar
  /// One that is not among those looked at.
  public var faintPoint: Unicode.Scalar
  /// A value without a place on the axis: infinite, or not a number.
  public var infinite: Unicode.Scalar = "!"
  public var notANumber: Unicode.Scalar = "?"

  /// Eight levels of a strip, from the lowest to the full cell.
  public var levels: [Unicode.Scalar]
  public var ceiling: Unicode.Scalar
  public var fullBar: Unicode.Scalar
  public var halfBar: Unicode.Scalar
}

extension Glyphs {
  public static let unicode = Glyphs(
    horizontal: "─", vertical: "│", dashedHorizontal: "┄", dashedVertical: "┆",
    topLeft: "╭", topRight: "╮", bottomLeft: "╰", bottomRight: "╯",
    corner: "└", leftTick: "┤", bottomTick: "┴", rightTick: "├", cross: "┼",
    arrow: "→", live: "▸", ellipsis: "…", times: "×", minus: "−", divided: "÷", newline: "↵",
    clipped: "●", clipMark: "▴", validation: "◆", point: "●", faintPoint: "·",
    levels: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"], ceiling: "┄", fullBar: "█", halfBar: "▌")

  public static let ascii = Glyphs(
    horizontal: "-", vertical: "|", dashedHorizontal: ".", dashedVertical: ":",
    topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
    corner: "+", leftTick: "+", bottomTick: "+", rightTick: "+", cross: "+",
    arrow: "->", live: ">", ellipsis: "...", times: "x", minus: "-", divided: "/", newline: "/",
    clipped: "o", clipMark: "^", validation: "V", point: "o", faintPoint: ".",
    levels: ["_", ".", ",", ":", "=", "+", "*", "#"], ceiling: "-", fullBar: "#", halfBar: "-")

  public var isASCII: Bool { horizontal.isASCII }
  /// Between two factors.
  public var dot: String { isASCII ? "*" : "·" }
  /// Before what a figure is only nearly.
  public var about: String { isASCII ? "~" : "≈" }
}
