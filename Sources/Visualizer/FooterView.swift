internal import Canvas

/// The last line: the keys that matter most, as many as fit; before them, what should be known.
struct FooterView {
  var glyphs: Glyphs
  var remark: String?
  var isBroken = false
  /// Whether what is typed goes to the search for a parameter.
  var isSearching = false

  func frame(width: Int) -> Frame {
    var frame = Frame(width: width, height: 1)
    var x = 1
    if let remark {
      frame.write([Line(remark, .strong)], x: x, y: 0, glyphs)
      return frame
    }
    for guide in fitting(width) {
      x = frame.write(guide.keys, x: x, y: 0, .key)
      x = frame.write(" " + guide.short, x: x, y: 0, .dim) + 2
    }
    return frame
  }

  /// In the order of learning, without those of the lowest rank that would not fit.
  private func fitting(_ width: Int) -> [KeyGuide] {
    var chosen =
      isSearching
      ? KeyGuide.searching : KeyGuide.all(ascii: glyphs == .ascii, isBroken: isBroken)
    while chosen.reduce(-1, { $0 + $1.keys.count + $1.short.count + 3 }) > width {
      guard let last = chosen.indices.max(by: { chosen[$0].rank < chosen[$1].rank }) else { break }
      chosen.remove(at: last)
    }
    return chosen
  }
}
