extension Glyphs {
  /// A share between 0 and 1 as a horizontal bar, to half a cell; what is not zero shows.
  public func bar(share: Float, width: Int) -> String {
    guard share > 0, width > 0 else { return "" }
    let halves = max(Int((min(share, 1) * Float(2 * width)).rounded()), 1)
    var text = String.UnicodeScalarView(repeatElement(fullBar, count: halves / 2))
    if halves % 2 == 1 { text.append(halfBar) }
    return String(text)
  }
}
