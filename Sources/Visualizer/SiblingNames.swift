internal import Canvas

/// Names with dots, as layers have them, shortened so that what tells each from its siblings stays.
struct SiblingNames {
  private let names: [[Substring]]
  private let glyphs: Glyphs

  init(_ names: some Sequence<String>, _ glyphs: Glyphs) {
    self.names = names.map { $0.split(separator: ".") }
    self.glyphs = glyphs
  }

  /// The fullest form in at most so many columns that no sibling has too.
  func shown(_ name: String, columns: Int) -> String {
    guard name.columns > columns else { return name }
    let parts = name.split(separator: ".")
    for form in forms(of: parts) {
      let text = form(parts)
      guard text.columns <= columns else { continue }
      if names.allSatisfy({ $0 == parts || form($0) != text }) { return text }
    }
    return Line(parts.count > 1 ? numbered(parts) : name).cut(to: columns, glyphs).text
  }

  /// Its end, from the longest to the shortest; then a block's number and the last part.
  private func forms(of parts: [Substring]) -> [([Substring]) -> String] {
    (1..<max(parts.count, 1)).map { count in
      { $0.count > count ? glyphs.ellipsis + Self.joined($0[count...]) : Self.joined($0[...]) }
    } + [numbered] + (1...3).reversed().map { letters in { numbered($0, letters: letters) } }
      + [{ String(numbered($0, letters: 1).trimmingPrefix(glyphs.ellipsis)) }]
  }

  /// "…10…c_attn": which of many blocks of the same kind it stands in; "…10.ml…c_proj", and in which
  /// part of it, by its first letters.
  private func numbered(_ parts: [Substring], letters: Int) -> String {
    guard let place = numberPlace(parts), place < parts.count - 2, let last = parts.last else {
      return numbered(parts)
    }
    let part = parts[place + 1]
    let between = letters < part.count ? glyphs.ellipsis : "."
    return (place > 0 ? glyphs.ellipsis : "") + parts[place] + "." + part.prefix(letters) + between
      + last
  }

  private func numberPlace(_ parts: [Substring]) -> Int? {
    parts.dropLast().lastIndex { $0.allSatisfy(\.isNumber) }
  }

  private func numbered(_ parts: [Substring]) -> String {
    guard let last = parts.last, let place = numberPlace(parts) else {
      return Self.joined(parts[...])
    }
    let between = place == parts.count - 2 ? "." : glyphs.ellipsis
    return (place > 0 ? glyphs.ellipsis : "") + parts[place] + between + last
  }

  private static func joined(_ parts: ArraySlice<Substring>) -> String {
    parts.joined(separator: ".")
  }
}
