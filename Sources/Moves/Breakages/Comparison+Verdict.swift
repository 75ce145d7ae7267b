extension Comparison {
  /// What the curves say of the mistake; all but the first two follow from the figures as shown.
  public enum Verdict: String, Sendable {
    case identical
    /// Not one parameter has changed.
    case still
    case alike
    case ahead
    case behind
    /// Alike at the end, but the broken run was thrown far off on the way.
    case recovered
    case notFinite = "not_finite"
    case twinNotFinite = "twin_not_finite"
    case noLoss = "no_loss"

    /// Whether the loss does not tell that anything is wrong.
    public var isHidden: Bool { [.identical, .alike, .ahead].contains(self) }
  }

  public var verdict: Verdict {
    if !broken.hasLoss { return .noLoss }
    if broken.firstNonFinite != nil { return .notFinite }
    if twin.firstNonFinite != nil { return .twinNotFinite }
    if broken.losses.map(\.bitPattern) == twin.losses.map(\.bitPattern) { return .identical }
    if broken.moved == 0 { return .still }
    switch lower(after: steps) {
    case .twinIsLower: return .behind
    case .brokenIsLower where !wasThrown: return .ahead
    default: return wasThrown ? .recovered : .alike
    }
  }

  /// Losses count as alike when they are less than this share of the twin's apart.
  static let tolerance = 0.1

  /// Which curve ends lower after so many steps, going by the figures as shown; nil for no curve.
  func lower(after steps: Int) -> CurveGuess? {
    let (broken, twin) = shownLosses(after: steps)
    guard self.broken.hasLoss, broken.isFinite || twin.isFinite else { return nil }
    guard broken.isFinite else { return .twinIsLower }
    guard twin.isFinite else { return .brokenIsLower }
    if abs(broken - twin) < Self.tolerance * twin || broken == twin { return .noDifference }
    return broken < twin ? .brokenIsLower : .twinIsLower
  }

  func shownLosses(after steps: Int) -> (broken: Double, twin: Double) {
    (broken.meanOfLast(before: steps).asShown, twin.meanOfLast(before: steps).asShown)
  }

  /// Mean losses over a stretch of steps.
  struct Stretch: Equatable {
    /// Counted from 0, of the steps compared.
    var steps: Range<Int>
    var broken: Double
    var twin: Double
  }

  /// The stretch after the bad batch, or the one where the curves are farthest apart.
  var widest: Stretch? {
    if let badBatch { return stretch(from: badBatch - start + 1) }
    return (0..<max(steps - Self.stretch + 1, 0)).compactMap(stretch)
      .max { abs($0.broken - $0.twin) < abs($1.broken - $1.twin) }
  }

  /// Nil before the step is made, and where a loss of it is no finite number.
  private func stretch(from first: Int) -> Stretch? {
    guard first >= 0, first < steps else { return nil }
    let range = first..<min(first + Self.stretch, steps)
    let (broken, twin) = (broken.meanLoss(range).asShown, twin.meanLoss(range).asShown)
    return broken.isFinite && twin.isFinite
      ? Stretch(steps: range, broken: broken, twin: twin) : nil
  }

  private static let stretch = 10

  /// Whether the curves were apart so far that it is seen on an axis that begins where they do.
  var isWide: Bool {
    guard let widest else { return false }
    let (low, high) = (min(widest.broken, widest.twin), max(widest.broken, widest.twin))
    return high > 1.5 * low && high - low > Self.tolerance * twin.firstLoss.asShown
  }

  private var wasThrown: Bool { isWide && widest.map { $0.broken > $0.twin } == true }
}
