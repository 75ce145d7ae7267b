/// What the program has against what it was asked: one line on standard error, begun as all are.
struct Complaint {
  private let words: String

  init(_ words: String) {
    self.words = words
  }

  /// What the parser of the command line says: it may take several lines and a capital letter, and
  /// where it is no whole sentence, it names no way out.
  init(parser message: String, help: String) {
    let line = message.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let start = line.prefix(1).lowercased() + line.dropFirst()
    words =
      switch line.last {
      case ".": start
      case "?": "\(start) See \(help)"
      default: "\(start); see \(help)"
      }
  }

  func print() {
    let isEnded = words.last.map { ".?".contains($0) } ?? false
    Printer.error.print("fivemoves: \(words)\(isEnded ? "" : ".")")
  }
}
