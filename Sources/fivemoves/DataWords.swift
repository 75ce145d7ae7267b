internal import Canvas
internal import Moves

extension DataFacts {
  /// "poems.txt (1,234 bytes)", "the built-in names".
  var words: String {
    origin == .file ? "\(short) (\(bytes.counted("byte")))" : short
  }

  /// Both in words that tell them apart.
  func words(beside other: DataFacts) -> (String, String) {
    words == other.words ? (exactWords, other.exactWords) : (words, other.words)
  }

  private var exactWords: String {
    "\(short) (\(bytes.counted("byte")), SHA-256 \(digest.prefix(12))...)"
  }

  private var short: String {
    let name = self.name.cut(to: 40)
    return origin == .file ? name.asFile : name
  }
}
