internal import Canvas
internal import Moves
internal import Notation

/// The figures of a clip, each in so many digits that they follow from each other: a norm just above
/// the ceiling is not written as the ceiling, and norm times factor is the norm that is left.
struct ClipFigures {
  let before: String
  let factor: String
  let after: String
  let ceiling: String

  init(_ report: ClipReport) {
    let usual = Figures.plain(report.normBefore)
    ceiling = Figures.given(report.maxNorm)
    after = Self.left(report, ceiling)
    guard report.clipped, report.normBefore.isFinite else {
      (before, factor) = (usual, Figures.factor(report.factor))
      return
    }
    (before, factor) =
      Self.following(report, after, ceiling) ?? (usual, Figures.factor(report.factor))
  }

  /// In as many digits as the ceiling has, where it is the ceiling.
  private static func left(_ report: ClipReport, _ ceiling: String) -> String {
    let usual = Figures.plain(report.normAfter)
    guard report.clipped, ceiling != Figures.plain(report.maxNorm), let most = Double(ceiling),
      abs(report.normAfter - most) < 1e-5 * most
    else { return usual }
    return ceiling
  }

  /// The shortest norm and factor whose product, as they are written, is the norm that is left.
  private static func following(
    _ report: ClipReport, _ after: String, _ ceiling: String
  ) -> (before: String, factor: String)? {
    guard let left = Double(after), let ceiling = Double(ceiling) else { return nil }
    for text in norms(report.normBefore) {
      guard let norm = Double(text), norm != left, norm != ceiling else { continue }
      let factor = factors(report.factor).first {
        let factor = Double($0) ?? .nan
        return factor != 1 && shown(norm * factor, as: after) == after
      }
      if let factor { return (text, factor) }
    }
    return nil
  }

  private static func shown(_ norm: Double, as text: String) -> String {
    guard let point = text.firstIndex(of: "."), !text.contains("e") else {
      return Figures.plain(norm)
    }
    return Figure.fixed(norm, decimals: text.distance(from: point, to: text.endIndex) - 1)
  }

  private static let mostDigits = 6

  private static func norms(_ norm: Double) -> [String] {
    guard let decimals = ShownDigits.decimals(of: norm) else {
      return (1...mostDigits).map { Figure.scientific(norm, decimals: $0) }
    }
    return (decimals...decimals + mostDigits).map { Figure.fixed(norm, decimals: $0) }
  }

  private static func factors(_ factor: Double) -> [String] {
    factor < 0.001
      ? (1...mostDigits).map { Figure.scientific(factor, decimals: $0) }
      : (3...3 + mostDigits).map { Figure.fixed(factor, decimals: $0) }
  }
}
