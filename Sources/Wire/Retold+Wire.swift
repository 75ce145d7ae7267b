internal import Moves

extension Retold: Shaped {
  static var blank: Self { Self(Moment(completedSteps: 0)) }

  mutating func fill(_ form: inout Form) {
    form.field("at", &now)
    form.list("moves", &moves)
    form.field("summary", &summary)
  }
}
