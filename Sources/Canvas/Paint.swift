/// How a role looks where there are colours enough; nil is the screen's own.
public struct Paint: Sendable, Equatable {
  public var ink: Hue?
  public var ground: Hue?
  public var isBold = false
  /// Ink and ground change places.
  public var isReversed = false
}

extension Role {
  public var paint: Paint {
    switch self {
    case .text: Paint()
    case .strong, .key: Paint(isBold: true)
    case .dim, .faint: Paint(ink: .grey)
    case .lit: Paint(isReversed: true)
    case .curve, .classA: Paint(ink: .blue)
    case .clipped: Paint(ink: .deepOrange)
    case .clippedLabel: Paint(ink: .black, ground: .orange)
    case .validation: Paint(ink: .magenta)
    case .detour, .classB: Paint(ink: .sand)
    case .classC: Paint(ink: .pink)
    case .groundA: Paint(ink: .black, ground: .blue)
    case .groundB: Paint(ink: .black, ground: .sand)
    case .groundC: Paint(ink: .black, ground: .pink)
    case .alarm: Paint(ink: .white, ground: .red, isBold: true)
    }
  }
}
