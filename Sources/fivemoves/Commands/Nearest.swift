/// The known name that was probably meant by one with a slip in it.
enum Nearest {
  /// Nil where none is as near as a slip or two of the finger.
  static func to(_ word: String, among known: [String]) -> String? {
    let most = max(word.count / 3, 1)
    return known.map { (name: $0, slips: slips(Array(word), Array($0))) }
      .filter { $0.slips <= most }.min { $0.slips < $1.slips }?.name
  }

  /// Letters added, left out, changed, or swapped with the next one.
  private static func slips(_ word: [Character], _ name: [Character]) -> Int {
    var rows = [Array(0...name.count)]
    for (i, letter) in word.enumerated() {
      var row = [i + 1]
      for (j, other) in name.enumerated() {
        var least = min(row[j] + 1, rows[i][j + 1] + 1, rows[i][j] + (letter == other ? 0 : 1))
        if i > 0, j > 0, letter == name[j - 1], word[i - 1] == other {
          least = min(least, rows[i - 1][j - 1] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[word.count][name.count]
  }
}
