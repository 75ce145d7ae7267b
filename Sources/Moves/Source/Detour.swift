/// A side road that the loop is on, or came back from last.
public indirect enum Detour: Sendable, Equatable {
  case none
  case running(step: Int)
  case done(EvaluationReport)
  case sampling(step: Int)
  case sampled(SampleReport)
  case checked(GradientCheck)
}
