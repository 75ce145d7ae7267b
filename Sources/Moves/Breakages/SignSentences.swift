/// Sentences with places for figures, a line each; one is told where all of its figures are known.
struct SignSentences: ExpressibleByStringInterpolation {
  private let lines: [[Part]]

  fileprivate typealias Part = (Sign) -> String?

  init(stringLiteral text: String) {
    lines = text.split(separator: "\n").map { line in [{ _ in String(line) }] }
  }

  init(stringInterpolation text: StringInterpolation) { lines = text.lines }

  func told(by sign: Sign) -> [String?] {
    lines.map { parts in
      let known = parts.compactMap { $0(sign) }
      return known.count == parts.count ? known.joined() : nil
    }
  }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var lines: [[Part]] = [[]]

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ text: String) {
      let pieces = text.split(separator: "\n", omittingEmptySubsequences: false)
      for (place, piece) in pieces.enumerated() {
        if place > 0 { lines.append([]) }
        append { _ in String(piece) }
      }
    }

    mutating func appendInterpolation(_ name: Sign.Name) { append { $0.measure(name)?.text } }

    /// "1 step", "20 steps".
    mutating func appendInterpolation(_ name: Sign.Name, _ one: String, _ many: String? = nil) {
      append { $0.count(name)?.counted(one, many) }
    }

    /// The word that goes with 1, or with any other count.
    mutating func appendInterpolation(_ one: String, _ many: String, for name: Sign.Name) {
      append { $0.count(name)?.noun(one, many) }
    }

    /// "15 % of their norm", "32 times their norm".
    mutating func appendInterpolation(ofNorm name: Sign.Name) {
      append { sign in
        guard case .share(let share) = sign.measure(name) else { return nil }
        return Figures.shareOfNorm(share)
      }
    }

    private mutating func append(_ part: @escaping Part) { lines[lines.count - 1].append(part) }
  }
}
