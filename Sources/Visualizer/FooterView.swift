internal import Canvas
internal import Moves

/// The last line: the keys that matter most, as many as fit; before them, what should be known.
struct FooterView {
  var glyphs: Glyphs
  var remark: String?
  var abilities = Abilities.all
  var keepsPictures = true
  var isBroken = false
  /// Whether what is typed goes to the search for a parameter.
  var isSearching = false

  func frame(width: Int) -> Frame {
    var frame = Frame(width: width, height: 1)
    if let remark {
      frame.write([Line(remark, .strong)], x: 1, y: 0, glyphs)
    } else {
      frame.write(OfferedKeys(offers: offers).line(columns: width - 1), x: 1, y: 0)
    }
    return frame
  }

  private var offers: [OfferedKeys.Offer] {
    let guides =
      isSearching
      ? KeyGuide.searching
      : KeyGuide.all(
        ascii: glyphs == .ascii, isBroken: isBroken, abilities: abilities,
        keepsPictures: keepsPictures)
    return guides.map { OfferedKeys.Offer(keys: $0.keys, words: $0.short, rank: $0.rank) }
  }
}
