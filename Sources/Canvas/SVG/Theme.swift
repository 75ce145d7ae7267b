/// The two grounds that a picture is drawn for, and the shade of each hue on them as 0xRRGGBB.
public enum Theme: String, CaseIterable, Sendable {
  case light
  case dark

  public var ground: Int32 { self == .light ? 0xFF_FFFF : 0x15_181E }
  public var text: Int32 { self == .light ? 0x1B_1F24 : 0xE6_E8EB }

  /// On the theme's own ground: 4.5:1 or more, and apart from each other for the colour-blind.
  public func ink(_ hue: Hue) -> Int32 {
    switch (hue, self) {
    case (.blue, .light): 0x00_54FE
    case (.blue, .dark): 0x67_93FC
    case (.deepOrange, .light): 0xA1_5011
    case (.deepOrange, .dark): 0xFA_7F3A
    case (.magenta, .light): 0x6E_0D5F
    case (.magenta, .dark): 0xFA_A9E4
    case (.sand, .light): 0x47_3919
    case (.sand, .dark): 0xEB_D9B1
    case (.pink, .light): 0xC6_1474
    case (.pink, .dark): 0xF9_3E9A
    case (.grey, .light): 0x6B_6B6B
    case (.grey, .dark): 0x88_8888
    case (.black, _), (.white, _), (.orange, _), (.red, _): hue.ground
    }
  }
}

extension Hue {
  /// As a ground, and on one: the same in every theme, and the terminal's own shade.
  public var ground: Int32 {
    switch self {
    case .black: 0x00_0000
    case .white: 0xFF_FFFF
    case .orange: 0xFF_8700
    case .red: 0xD7_0000
    case .deepOrange: 0xD7_5F00
    case .blue: 0x00_87FF
    case .magenta: 0xD7_00AF
    case .grey: 0x80_8080
    case .sand: 0xAF_875F
    case .pink: 0xD7_5FAF
    }
  }
}
