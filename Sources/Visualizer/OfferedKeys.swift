internal import Canvas

/// A line of keys with what they do, never without: as many as there is room for, in their order.
struct OfferedKeys {
  struct Offer {
    var keys: String
    var words: String
    /// The same in fewer words.
    var brief: String?
    /// The highest give way first.
    var rank: Int

    var width: Int { keys.count + 1 + words.count }

    var shortened: Offer {
      var offer = self
      offer.words = brief ?? words
      return offer
    }
  }

  var offers: [Offer]

  func line(columns: Int) -> Line {
    let shown = fitting(columns)
    return Line(
      shown.enumerated().flatMap { place, offer in
        let gap = place < shown.count - 1 ? "  " : ""
        return [Line.Span(offer.keys, .key), Line.Span(" \(offer.words)\(gap)", .dim)]
      })
  }

  /// All in full, all in brief, then without those of the highest rank.
  private func fitting(_ columns: Int) -> [Offer] {
    var kept = offers
    while true {
      for form in [kept, kept.map(\.shortened)] where Self.width(form) <= columns { return form }
      guard let last = kept.indices.max(by: { kept[$0].rank < kept[$1].rank }) else { return [] }
      kept.remove(at: last)
    }
  }

  private static func width(_ offers: [Offer]) -> Int { offers.reduce(-2) { $0 + $1.width + 2 } }
}
