/// What whoever drives a run has open, for those who watch it.
public struct View: Sendable, Equatable {
  /// The panel beside the chart, by its name; nil for none.
  public var panel: String?
  /// The move that it explains, where it follows no live one.
  public var explained: Move?

  public init(panel: String? = nil, explained: Move? = nil) {
    (self.panel, self.explained) = (panel, explained)
  }
}
