extension Frame {
  /// The frame as an SVG picture without scripts, styles or anything from elsewhere, each character
  /// in its cell whatever the font: words are text, lines and curves are drawn.
  public func svg(_ theme: Theme, title: String) -> String {
    let picture = SVG(frame: self, theme: theme)
    let (width, height) = picture.size
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)">
      <title>\(title.shown.escaped)</title>
      <rect width="\(width)" height="\(height)" rx="6" fill="\(theme.ground.hex)"/>
      <g transform="translate(\(SVG.margin) \(SVG.margin))">
      \(picture.grounds)\(picture.shapes)<g font-family="\(SVG.fonts)" font-size="15" \
      unicode-bidi="bidi-override">
      \(picture.texts)</g>
      </g>
      </svg>

      """
  }
}

extension String {
  /// As the text of an XML element.
  var escaped: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}

extension Int32 {
  /// "#0054fe".
  var hex: String {
    let digits = String(self, radix: 16)
    return "#" + String(repeating: "0", count: Swift.max(6 - digits.count, 0)) + digits
  }
}
