/// A share between 0 and 1 as a horizontal bar.
public struct Bar: Sendable, Equatable {
  public var share: Float
  public var role: Role
  public var glyphs: Glyphs

  public init(share: Float, role: Role = .curve, glyphs: Glyphs) {
    self.share = share
    self.role = role
    self.glyphs = glyphs
  }

  public func frame(width: Int) -> Frame {
    var frame = Frame(width: width, height: 1)
    frame.write(glyphs.bar(share: share, width: frame.width), x: 0, y: 0, role)
    return frame
  }
}

extension Glyphs {
  /// The bar as text, to half a cell; what is not zero shows.
  public func bar(share: Float, width: Int) -> String {
    guard share > 0, width > 0 else { return "" }
    let halves = max(Int((min(share, 1) * Float(2 * width)).rounded()), 1)
    var text = String.UnicodeScalarView(repeatElement(fullBar, count: halves / 2))
    if halves % 2 == 1 { text.append(halfBar) }
    return String(text)
  }
}
