internal import Moves

extension Question: Shaped {
  static var blank: Self { Self(number: 0, .clipped, step: 0, due: 0) }

  mutating func fill(_ form: inout Form) {
    form.field("number", &number)
    form.field("kind", &kind)
    form.field("step", &step)
    form.field("due", &due)
    form.field("parameter", &parameter)
    form.field("breakage", &breakage)
    form.field("open", &isOpen, unless: true)
    form.field("truth", &truth)
    form.list("counts", &tally.counts)
    form.field("following", &tally.following, unless: 0)
    if form.isReading { tally.number = number }
    form.require(truth.map { 0..<kind.choices ~= $0 } ?? true, "truth")
    form.require(tally.counts.isEmpty || tally.counts.count == kind.choices, "counts")
  }
}

extension Question.Kind: Wired {}
