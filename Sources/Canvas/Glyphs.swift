/// The characters that frame and mark: the same drawing in Unicode or in 7 bits.
public struct Glyphs: Sendable, Equatable {
  public var horizontal: Unicode.Scalar
  public var vertical: Unicode.Scalar
  public var topLeft: Unicode.Scalar
  public var topRight: Unicode.Scalar
  public var bottomLeft: Unicode.Scalar
  public var bottomRight: Unicode.Scalar
  public var arrow: String
  public var live: String
  public var clipped: Unicode.Scalar
  /// The mark below the chart: some step in this column was clipped.
  public var clipMark: Unicode.Scalar
  public var validation: Unicode.Scalar
  public var point: Unicode.Scalar
  public var newline: Unicode.Scalar
  public var times: String
  /// Levels of a strip, from nothing to full.
  public var levels: [Unicode.Scalar]
  /// A full cell of a bar, and one that is half full.
  public var bar: (full: Unicode.Scalar, half: Unicode.Scalar)

  public static let unicode = Glyphs(
    horizontal: "─", vertical: "│", topLeft: "╭", topRight: "╮", bottomLeft: "╰",
    bottomRight: "╯", arrow: "→", live: "▸", clipped: "●", clipMark: "▴", validation: "◆",
    point: "●", newline: "↵", times: "×",
    levels: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"], bar: ("█", "▌"))

  public static let ascii = Glyphs(
    horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+",
    bottomRight: "+", arrow: ">", live: ">", clipped: "o", clipMark: "^", validation: "V",
    point: "o", newline: "/", times: "x",
    levels: [" ", "_", ".", "-", "=", "+", "*", "#"], bar: ("#", "-"))

  public var isASCII: Bool { self == .ascii }

  public static func == (a: Glyphs, b: Glyphs) -> Bool { a.horizontal == b.horizontal }

  /// A horizontal bar for a share between 0 and 1; what is not zero shows.
  public func bar(share: Float, width: Int) -> String {
    guard share.isFinite, share > 0 else { return "" }
    let halves = max(Int((min(share, 1) * Float(2 * width)).rounded()), 1)
    var text = String.UnicodeScalarView()
    text.append(contentsOf: repeatElement(bar.full, count: halves / 2))
    if halves % 2 == 1 { text.append(bar.half) }
    return String(text)
  }
}
