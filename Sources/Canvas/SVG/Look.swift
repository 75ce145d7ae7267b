/// How a role looks in a theme; colours are 0xRRGGBB, a ground of nil is the picture's own.
public struct Look: Sendable, Equatable, Hashable {
  public let ink: Int32
  public let ground: Int32?
  public let isBold: Bool

  public init(_ role: Role, in theme: Theme) {
    let paint = role.paint
    isBold = paint.isBold
    if paint.isReversed {
      (ink, ground) = (theme.ground, theme.text)
    } else if let own = paint.ground {
      (ink, ground) = (paint.ink?.ground ?? theme.text, own.ground)
    } else {
      (ink, ground) = (paint.ink.map(theme.ink) ?? theme.text, nil)
    }
  }
}
