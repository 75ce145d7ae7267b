internal import JSONText
internal import Moves

extension Present: Shaped {
  static var blank: Self {
    Self(now: Moment(completedSteps: 0), newest: Moment(completedSteps: 0))
  }

  mutating func fill(_ form: inout Form) {
    form.field("at", &now)
    form.field("newest", &newest, unless: now)
    form.field("turns", &turns, unless: 0)
    form.field("view", &view, unless: View())
    form.field("in_front", &isInFront, unless: false)
    form.field("detour", &detour, unless: .none)
    form.field("told", &isTold, unless: false)
    form.field("measured", &isMeasured, unless: false)
    form.list("asked", &asked)
    form.field("speed", &speed)
    form.field("passing", &isPassing, unless: false)
    form.list("journey", &journey)
    form.field("help", &isHelpOpen, unless: false)
    form.field("search", &search)
    form.field("walk", &walk)
    form.field("question", &question)
    form.field("former", &former)
    form.field("choices", &choices, unless: Choices())
    form.require(now.completedSteps >= 0 && now.moves >= 0, "at")
    form.require(newest >= now, "newest")
    form.require(journey.isEmpty || journey.count == 2, "journey")
    form.require(turns >= 0, "turns")
  }
}

extension Moment: Wired {
  init?(_ json: JSON) {
    guard case .array(let parts) = json, parts.count == 2, let steps = Int(parts[0]),
      let moves = Int(parts[1])
    else { return nil }
    self.init(completedSteps: steps, moves: moves)
  }

  func write(to text: inout String) { text.list(completedSteps, moves) }
}

extension Present.Walk: Shaped {
  static var blank: Self { Self() }

  mutating func fill(_ form: inout Form) {
    form.field("clipped", &saysClipped)
    form.field("grows", &saysGrows)
  }
}

extension Present.Choices: Shaped {
  static var blank: Self { Self() }

  mutating func fill(_ form: inout Form) {
    form.field("log", &isLogarithmic, unless: false)
    form.field("smoothing", &smoothing, unless: 0)
    form.field("example", &example, unless: 0)
    form.field("swift", &prefersSwift, unless: false)
    form.field("called", &called)
    form.field("words_of", &wordsOf, unless: .zeroGrad)
    form.field("first_word", &firstWord, unless: 0)
    form.field("parameter", &parameter)
    form.field("life", &life, unless: LifeSoFar())
    form.list("values", &values)
    form.require(example >= 0 && firstWord >= 0 && smoothing >= 0, "choices")
  }
}

extension ParameterPlace: Wired {
  init?(_ json: JSON) {
    guard case .array(let parts) = json, parts.count == 2, let tensor = Int(parts[0]),
      let element = Int(parts[1]), tensor >= 0, element >= 0
    else { return nil }
    self.init(tensor: tensor, element: element)
  }

  func write(to text: inout String) { text.list(tensor, element) }
}

extension Detour: Wired {
  init?(_ json: JSON) {
    guard let parts = DetourParts(json), let detour = parts.detour else { return nil }
    self = detour
  }

  func write(to text: inout String) { DetourParts(self).write(to: &text) }
}

/// A side road by what is known of it.
private struct DetourParts: Shaped {
  var evaluating: Int?
  var evaluation: EvaluationReport?
  var sampling: Int?
  var sample: SampleReport?
  var check: GradientCheck?

  static var blank: Self { Self() }

  private init() {}

  init(_ detour: Detour) {
    switch detour {
    case .none: return
    case .running(let step): evaluating = step
    case .done(let report): evaluation = report
    case .sampling(let step): sampling = step
    case .sampled(let report): sample = report
    case .checked(let report): check = report
    }
  }

  var detour: Detour? {
    evaluating.map { .running(step: $0) } ?? evaluation.map { .done($0) }
      ?? sampling.map { .sampling(step: $0) } ?? sample.map { .sampled($0) }
      ?? check.map { .checked($0) } ?? Detour.none
  }

  mutating func fill(_ form: inout Form) {
    form.field("evaluating", &evaluating)
    form.field("evaluation", &evaluation)
    form.field("sampling", &sampling)
    form.field("sample", &sample)
    form.field("check", &check)
  }
}
