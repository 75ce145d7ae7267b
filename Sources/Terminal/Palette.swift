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
    let paint = role.paint
    var style = Style()
    style.foreground = paint.ink.map { Color($0).number(in: tier) }
    style.background = paint.ground.map { Color($0).number(in: tier) }
    if paint.isBold { style.attributes.insert(.bold) }
    if paint.isReversed { style.attributes.insert(.reverse) }
    return style
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
