extension Unicode.Scalar {
  /// What stands for this character where only ASCII can be shown.
  var sevenBit: Unicode.Scalar {
    switch value {
    case 0x20..<0x7F: self
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x2550, 0x2574, 0x2576: "-"
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x2551, 0x2575, 0x2577: "|"
    case 0x2500...0x257F: "+"
    case 0x2400...0x2421: "^"
    case 0x2581...0x2588: "#"
    case 0x2580...0x259F: "%"
    case 0x2800: " "
    case 0x2800...0x28FF: ":"
    default: Self.standIns[self] ?? "?"
    }
  }

  private static let standIns: [Unicode.Scalar: Unicode.Scalar] = [
    "→": ">", "▸": ">", "▶": ">", "›": ">", "←": "<", "◂": "<", "↑": "^", "▲": "^", "↓": "v",
    "▼": "v", "↵": "$", "·": ".", "•": "*", "●": "*", "◆": "#", "■": "#", "○": "o", "◇": "o",
    "…": ".", "–": "-", "—": "-", "−": "-", "×": "x", "÷": "/", "±": "~", "≈": "~", "≤": "<",
    "≥": ">", "√": "v", "∞": "8", "Δ": "d", "η": "n", "β": "b", "ε": "e", "λ": "l", "‘": "'",
    "’": "'", "“": "\"", "”": "\"", "²": "2", "\u{A0}": " ",
  ]
}
