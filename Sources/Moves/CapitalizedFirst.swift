extension String {
  /// Fit for the beginning of a sentence.
  public var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
