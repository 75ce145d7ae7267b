public import JSONText
public import Moves

/// What a log says of a broken run beside its twin.
extension LogRecord {
  static func broken(_ recipe: Recipe, _ breakage: Breakage?) -> [(String, JSON)] {
    guard let breakage else { return [] }
    return [
      ("break", .string(breakage.name)), ("change", .string(breakage.change)),
      ("moves", .list(recipe.moves.map(\.name))),
    ]
  }

  public static func sign(_ sign: Sign, words: String, step: Int) -> JSON {
    .members([
      ("type", "sign"), ("step", .whole(step)), ("sign", .string(sign.kind.rawValue)),
      ("figures", .members(sign.figures.map { ($0.name, json($0.measure)) })),
      ("words", .string(words)),
    ])
  }

  public static func verdict(_ verdict: Comparison.Verdict, words: String, step: Int) -> JSON {
    [
      "type": "verdict", "step": .whole(step), "verdict": .string(verdict.rawValue),
      "words": .string(words),
    ]
  }

  private static func json(_ measure: Sign.Measure) -> JSON {
    switch measure {
    case .count(let count): .whole(count)
    case .number(let number), .rate(let number), .share(let number), .times(let number):
      .real(number)
    case .words(let words): .string(words)
    }
  }
}
