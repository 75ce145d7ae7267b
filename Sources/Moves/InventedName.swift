/// A name that a network wrote.
public struct InventedName: Sendable, Equatable {
  public var text: String
  /// Whether it stands in the data that training reads: remembered, not invented.
  public var isKnown: Bool

  public init(text: String, isKnown: Bool) {
    self.text = text
    self.isKnown = isKnown
  }
}
