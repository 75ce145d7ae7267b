/// The characters that curves are drawn with.
public enum PlotCharacters: String, CaseIterable, Sendable {
  case ascii
  case block
  case braille

  /// Dots that a cell holds side by side: columns of its own that a curve may use.
  var dotsAcross: Int { self == .braille ? 2 : 1 }
}
