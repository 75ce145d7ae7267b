internal import Canvas

/// Words and glyphs in the colours of the screen, for the eye to judge.
struct Samples {
  let capabilities: Capabilities
  /// Nothing but plain text goes into a file or a pipe.
  let isShown: Bool

  var orange: String {
    shown(" clipped ", .clippedLabel) + " and on the curve " + shown(dot, .clipped)
  }

  var others: String {
    shown("curve", .curve) + "  " + shown("validation", .validation) + "  "
      + shown("detour", .detour) + "  " + shown("dim", .dim) + "  " + shown(" live ", .lit) + "  "
      + shown(" alarm ", .alarm)
  }

  /// Each glyph stands between two bars, and takes one column.
  var glyphs: String {
    guard capabilities.unicode else { return "|+|-|o|^|#|" }
    let plot = capabilities.prefersASCIIPlot ? "" : "⣿|⡠|▄|"
    return "|╭|─|→|×|▴|●|◆|▃|\(plot) each one column wide, no box among them"
  }

  private var dot: String { capabilities.unicode ? "●" : "o" }

  private func shown(_ text: String, _ role: Role) -> String {
    guard isShown else { return text }
    let codes = codes(of: Palette.style(of: role, in: capabilities.tier))
    return codes.isEmpty ? text : "\u{1B}[\(codes.joined(separator: ";"))m\(text)\u{1B}[0m"
  }

  private func codes(of style: Style) -> [String] {
    let attributes: [(Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.underline, "4"), (.reverse, "7"),
    ]
    return attributes.filter { style.attributes.contains($0.0) }.map(\.1)
      + (style.foreground.map { ["3" + color($0)] } ?? [])
      + (style.background.map { ["4" + color($0)] } ?? [])
  }

  private func color(_ number: Int32) -> String {
    switch capabilities.tier {
    case .direct: "8;2;\(number >> 16 & 255);\(number >> 8 & 255);\(number & 255)"
    case .indexed256: "8;5;\(number)"
    default: "\(number)"
    }
  }
}
