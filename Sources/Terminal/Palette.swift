internal import Canvas

/// Roles as each tier of terminal shows them.
enum Palette {
  static func style(of role: Role, in tier: ColorTier) -> Style {
    switch tier {
    case .direct, .indexed256: rich(role, in: tier)
    case .indexed8: eight(role)
    case .linuxConsole: console(role)
    case .mono: mono(role)
    }
  }

  private static func rich(_ role: Role, in tier: ColorTier) -> Style {
    func color(_ color: Color) -> Int32 { color.number(in: tier) }
    return switch role {
    case .text: Style()
    case .strong, .key: Style(.bold)
    case .dim, .faint: Style(color(.grey))
    case .lit: Style(.reverse)
    case .curve: Style(color(.blue))
    case .clipped: Style(color(.deepOrange))
    case .clippedLabel: Style(color(.black), on: color(.orange))
    case .validation: Style(color(.magenta))
    case .detour: Style(color(.sand))
    case .classA: Style(color(.blue))
    case .classB: Style(color(.sand))
    case .classC: Style(color(.pink))
    case .groundA: Style(color(.black), on: color(.blue))
    case .groundB: Style(color(.black), on: color(.sand))
    case .groundC: Style(color(.black), on: color(.pink))
    case .alarm: Style(color(.white), on: color(.red), .bold)
    }
  }

  /// Of the eight, only magenta can be read on black and on white everywhere.
  private static func eight(_ role: Role) -> Style {
    let (black, red, yellow, blue): (Int32, Int32, Int32, Int32) = (0, 1, 3, 4)
    let (magenta, cyan, white): (Int32, Int32, Int32) = (5, 6, 7)
    return switch role {
    case .text, .classA, .classB, .classC: Style()
    case .strong, .key, .curve: Style(.bold)
    case .dim, .faint: Style(.dim)
    case .lit: Style(.reverse)
    case .clipped, .clippedLabel: Style(black, on: yellow)
    case .validation: Style(magenta)
    case .detour: Style(magenta, .bold)
    case .groundA: Style(white, on: blue)
    case .groundB: Style(black, on: cyan)
    case .groundC: Style(black, on: white)
    case .alarm: Style(white, on: red, .bold)
    }
  }

  /// Black on brown would be hard to read; bold makes white bright.
  private static func console(_ role: Role) -> Style {
    let (yellow, white): (Int32, Int32) = (3, 7)
    return switch role {
    case .clipped, .clippedLabel: Style(white, on: yellow, .bold)
    default: eight(role)
    }
  }

  private static func mono(_ role: Role) -> Style {
    switch role {
    case .text, .curve, .groundA, .groundB, .groundC: Style()
    case .strong, .key, .validation, .classA, .classB, .classC: Style(.bold)
    case .dim, .faint: Style(.dim)
    case .lit, .clipped: Style(.reverse)
    case .clippedLabel, .alarm: Style([.reverse, .bold])
    case .detour: Style(.underline)
    }
  }
}
