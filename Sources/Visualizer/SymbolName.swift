internal import Canvas
internal import Moves

/// What a symbol is called where it stands alone, in at most six columns: a character that is
/// not seen by itself is told by its number in Unicode.
struct SymbolName {
  let text: String

  /// - Parameter hasRare: whether U+FFFD stands for the characters that are too rare.
  init(_ symbol: String, hasRare: Bool) {
    switch symbol {
    case " ": text = "space"
    case "\n": text = "line"
    case "\t": text = "tab"
    case "\u{FFFD}" where hasRare: text = "rare"
    default: text = Self.isSeen(symbol) ? symbol : Self.number(symbol)
    }
  }

  private static func isSeen(_ symbol: String) -> Bool {
    guard let first = symbol.unicodeScalars.first else { return false }
    return first.shown == first && !first.properties.isWhitespace
  }

  private static func number(_ symbol: String) -> String {
    let value = symbol.unicodeScalars.first?.value ?? 0
    return (value > 0xFFFF ? "U" : "U+") + value.hexadecimal(digits: 4, uppercase: true)
  }
}
