/// A source whose news is judged on the way: with each completed step, or evaluation, it also tells
/// the signs of a mistake in the loop.
public final class JudgedSource: Source {
  private let source: any Source
  private var evidence: Evidence
  /// What was gone back behind and made again says nothing new.
  private var newest = Moment(completedSteps: 0)
  private var signs: [Sign] = []

  public init(_ source: any Source) {
    self.source = source
    evidence = Evidence(of: source.facts)
  }

  public var facts: RunFacts { source.facts }
  public var abilities: Abilities { source.abilities }

  public func foretell(_ tell: (News) -> Void) { source.foretell(tell) }
  public func glance(_ tell: (News) -> Void) { source.glance(tell) }

  public func perform(
    _ request: Request, goesOn: () -> Bool, tell: (News) -> Void
  ) throws {
    try source.perform(request, goesOn: goesOn) { news in
      tell(news)
      judge(news)
      let found = evidence.signs()
      guard found != signs else { return }
      signs = found
      tell(.signs(found))
    }
  }

  private func judge(_ news: News) {
    switch news {
    case .started(let facts, _): begin(facts)
    case .learned(let facts): evidence.facts = facts
    case .moved(let report): take(report)
    case .ran(let summaries, let moves) where summaries.count == 1: moves.forEach(take)
    case .evaluated(let report): evidence.take(report)
    default: return
    }
  }

  private func begin(_ facts: RunFacts) {
    evidence = Evidence(of: facts)
    newest = Moment(completedSteps: 0)
  }

  private func take(_ report: MoveReport) {
    let moment = Moment(after: report)
    guard moment > newest else { return }
    newest = moment
    evidence.take(report)
  }
}
