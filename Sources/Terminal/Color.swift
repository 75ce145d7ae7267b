internal import Canvas

/// A colour as the 24-bit terminals and as xterm's 256 colours number it.
struct Color: Equatable, CaseIterable {
  /// 0xRRGGBB
  let rgb: Int32
  let index: Int32

  /// Only as a ground or on one.
  static let black = Color(rgb: 0x00_0000, index: 16)
  static let white = Color(rgb: 0xFF_FFFF, index: 231)
  static let orange = Color(rgb: 0xFF_8700, index: 208)
  static let red = Color(rgb: 0xD7_0000, index: 160)

  /// At least 3:1 on black, white and both grounds of Solarized, and apart from each other for the
  /// colour-blind.
  static let deepOrange = Color(rgb: 0xD7_5F00, index: 166)
  static let blue = Color(rgb: 0x00_87FF, index: 33)
  static let magenta = Color(rgb: 0xD7_00AF, index: 163)
  static let grey = Color(rgb: 0x80_8080, index: 244)

  /// With blue the grounds of a map: as above, and black on them reads at 4.5:1.
  static let sand = Color(rgb: 0xAF_875F, index: 137)
  static let pink = Color(rgb: 0xD7_5FAF, index: 169)

  static let allCases = [
    black, white, orange, red, deepOrange, blue, magenta, grey, sand, pink,
  ]

  func number(in tier: ColorTier) -> Int32 { tier == .direct ? rgb : index }

  init(_ hue: Hue) {
    self =
      switch hue {
      case .black: .black
      case .white: .white
      case .orange: .orange
      case .red: .red
      case .deepOrange: .deepOrange
      case .blue: .blue
      case .magenta: .magenta
      case .grey: .grey
      case .sand: .sand
      case .pink: .pink
      }
  }

  init(rgb: Int32, index: Int32) { (self.rgb, self.index) = (rgb, index) }
}
