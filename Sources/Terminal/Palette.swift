internal import Canvas
internal import CTerminal

/// How each role looks with the colours there are.
struct Palette {
  struct Look: Equatable {
    /// −1 is the terminal's own colour.
    var foreground: CInt = -1
    var background: CInt = -1
    var attributes: UInt8 = 0
  }

  static let bold = UInt8(CT_BOLD.rawValue)
  static let dim = UInt8(CT_DIM.rawValue)
  static let reverse = UInt8(CT_REVERSE.rawValue)

  static func look(of role: Role, in tier: Capabilities.Tier) -> Look {
    switch tier {
    case .mono: Look(attributes: attributes(of: role))
    case .colors8: eight(role)
    case .colors256: look(role) { $0.index }
    case .direct: look(role) { $0.packed }
    }
  }

  /// Without colour a clipped step is reversed, and has its glyph and its word.
  private static func attributes(of role: Role) -> UInt8 {
    switch role {
    case .text, .curve, .detour: 0
    case .strong, .key, .validation: bold
    case .dim, .faint: dim
    case .lit, .clipped, .clippedLabel, .alarm: reverse
    }
  }

  private static func eight(_ role: Role) -> Look {
    switch role {
    case .clipped, .clippedLabel: Look(foreground: 3, attributes: reverse)
    case .curve: Look(foreground: 4, attributes: bold)
    case .validation, .detour: Look(foreground: 5)
    case .alarm: Look(foreground: 1, attributes: reverse)
    case .dim, .faint: Look()
    default: Look(attributes: attributes(of: role))
    }
  }

  private static func look(_ role: Role, _ color: (Color) -> CInt) -> Look {
    switch role {
    case .text: Look()
    case .strong, .key: Look(attributes: bold)
    case .dim, .faint: Look(foreground: color(.grey))
    case .lit: Look(attributes: reverse | bold)
    case .curve: Look(foreground: color(.blue))
    case .clipped: Look(foreground: color(.orange), attributes: bold)
    case .clippedLabel: Look(foreground: color(.black), background: color(.brightOrange))
    case .validation, .detour: Look(foreground: color(.magenta), attributes: bold)
    case .alarm: Look(foreground: color(.red), attributes: bold | reverse)
    }
  }

  /// A colour of the 256, and what it is in red, green and blue.
  enum Color {
    case black, grey, blue, orange, brightOrange, magenta, red

    var index: CInt {
      switch self {
      case .black: 16
      case .grey: 244
      case .blue: 33
      case .orange: 202
      case .brightOrange: 208
      case .magenta: 133
      case .red: 160
      }
    }

    var packed: CInt {
      switch self {
      case .black: 0x00_00_00
      case .grey: 0x80_80_80
      case .blue: 0x00_87_FF
      case .orange: 0xFF_5F_00
      case .brightOrange: 0xFF_87_00
      case .magenta: 0xAF_5F_AF
      case .red: 0xD7_00_00
      }
    }
  }
}
