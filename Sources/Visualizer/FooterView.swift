internal import Canvas
internal import Moves

/// The last line: the keys that matter most, as many as fit; in their place what should be known,
/// which takes a line more where one has no room for it.
struct FooterView {
  var glyphs: Glyphs
  var remark: String?
  var abilities = Abilities.all
  var keepsPictures = true
  var isBroken = false
  /// Whether what is typed goes to the search for a parameter.
  var isSearching = false
  /// Whether the class that was followed is over.
  var isOver = false

  private static let mostRows = 3

  func frame(width: Int) -> Frame {
    guard let remark else {
      var frame = Frame(width: width, height: 1)
      frame.write(OfferedKeys(offers: offers).line(columns: width - 1), x: 1, y: 0)
      return frame
    }
    let lines = Paragraph(remark, .strong)
      .lines(columns: width - 1, atMost: Self.mostRows, glyphs)
    var frame = Frame(width: width, height: max(lines.count, 1))
    frame.write(rows: lines, x: 1, y: 0)
    return frame
  }

  private var offers: [OfferedKeys.Offer] {
    let guides =
      isSearching
      ? KeyGuide.searching
      : KeyGuide.all(
        ascii: glyphs == .ascii, isBroken: isBroken, abilities: abilities,
        keepsPictures: keepsPictures, isOver: isOver)
    return guides.map { OfferedKeys.Offer(keys: $0.keys, words: $0.short, rank: $0.rank) }
  }
}
