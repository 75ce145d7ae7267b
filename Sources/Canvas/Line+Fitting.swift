extension [Line] {
  /// The first that has room, from the fullest to the shortest; at last the shortest, cut between
  /// words.
  public func fitting(_ columns: Int, _ glyphs: Glyphs) -> Line {
    first { $0.width <= columns } ?? last?.cut(to: columns, glyphs) ?? Line()
  }
}

extension String {
  /// In at most so many columns, cut as a line is.
  public func cut(to columns: Int) -> String { Line(self).cut(to: columns, .unicode).text }
}
