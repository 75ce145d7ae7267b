internal import JSONText
internal import Moves

extension Breakage: Wired {
  init?(_ json: JSON) {
    guard let known = json.string.flatMap(Breakage.named) else { return nil }
    self = known
  }
  func write(to text: inout String) { JSON.write(name, to: &text) }
}

extension BreakLine: Shaped {
  static var blank: Self { Self(step: 0, Breakage.all[0], .blank) }

  mutating func fill(_ form: inout Form) {
    form.field("step", &step)
    form.field("break", &breakage)
    form.field("facts", &facts)
    form.require(step >= 0, "step")
  }
}

extension Mending: Wired {
  init?(_ json: JSON) {
    switch json.string {
    case "here": self = .fromHere
    case "before": self = .fromBefore
    default: return nil
    }
  }
  func write(to text: inout String) {
    JSON.write(self == .fromHere ? "here" : "before", to: &text)
  }
}

extension MendLine: Shaped {
  static var blank: Self { Self(step: 0, .fromHere, .blank) }

  mutating func fill(_ form: inout Form) {
    form.field("step", &step)
    form.field("from", &mending)
    form.field("facts", &facts)
    form.require(step >= 0, "step")
  }
}

extension SignsLine: Shaped {
  static var blank: Self { Self(step: 0, []) }

  mutating func fill(_ form: inout Form) {
    form.field("step", &step)
    form.field("signs", &signs)
    form.field("ending", &ending)
    form.require(step >= 0, "step")
  }
}
