internal import JSONText
internal import Moves

extension Sign: Shaped {
  static var blank: Self { Self(.noForward, []) }

  mutating func fill(_ form: inout Form) {
    form.field("sign", &kind)
    form.list("figures", &figures)
  }
}

extension Sign.Kind: Wired {}

extension Sign.Figure: Wired {
  init?(_ json: JSON) {
    guard case .array(let parts) = json, parts.count == 3, let name = String(parts[0]),
      let kind = String(parts[1]), let measure = Sign.Measure(parts[2], kind: kind)
    else { return nil }
    self.init(name, measure)
  }

  func write(to text: inout String) {
    let (kind, value) = measure.parts
    text.list(name, kind, value)
  }
}

extension Sign.Measure {
  fileprivate init?(_ json: JSON, kind: String) {
    let measure: Sign.Measure? =
      switch kind {
      case "count": Int(json).map { .count($0) }
      case "number": Double(json).map { .number($0) }
      case "rate": Double(json).map { .rate($0) }
      case "share": Double(json).map { .share($0) }
      case "times": Double(json).map { .times($0) }
      case "words": String(json).map { .words($0) }
      default: nil
      }
    guard let measure else { return nil }
    self = measure
  }

  fileprivate var parts: (kind: String, any Wired) {
    switch self {
    case .count(let count): ("count", count)
    case .number(let number): ("number", number)
    case .rate(let rate): ("rate", rate)
    case .share(let share): ("share", share)
    case .times(let times): ("times", times)
    case .words(let words): ("words", words)
    }
  }
}
