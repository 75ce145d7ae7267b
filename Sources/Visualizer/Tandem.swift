public import Moves

/// The app and its source on one thread and without a clock: time passes, and what the app asks for is
/// carried out, when it is told to.
public struct Tandem {
  public var app: App
  private let source: any Source
  public private(set) var time = 0.0
  /// What the app has asked for and was not carried out yet.
  public private(set) var pending: [Effect] = []
  /// Steps that are made together at most.
  public var burst = 50

  /// - Parameter foretells: whether what lies ahead is told of.
  public init(_ app: App, _ source: any Source, foretells: Bool = true) {
    (self.app, self.source) = (app, source)
    if foretells { take { tell in source.foretell(tell) } }
  }

  /// Takes in what somebody tells; the answer is his.
  @discardableResult
  public mutating func take<Answer>(_ teller: ((News) -> Void) -> Answer) -> Answer {
    var told: [News] = []
    let answer = teller { told.append($0) }
    for news in told { tell(.news(news)) }
    return answer
  }

  /// What the source tells by itself.
  public mutating func glance() {
    let source = source
    take { source.glance($0) }
  }

  public mutating func tell(_ event: Event) { pending += app.update(event, at: time) }

  public mutating func pass(_ seconds: Double) {
    time += seconds
    tell(.tick)
  }

  public mutating func takeFirst() -> Effect { pending.removeFirst() }

  /// Carries out what was asked for until nothing is, or so many times.
  public mutating func settle(atMost count: Int = .max) {
    var made = 0
    while !pending.isEmpty, made < count {
      perform(takeFirst())
      made += 1
    }
  }

  /// The lights of a step take time; afterwards the screen is at rest.
  public mutating func rest(ticks: Int = 40) {
    settle()
    for _ in 0..<ticks {
      pass(0.1)
      settle()
    }
  }

  /// As the worker does, a burst at a time: so many steps fit into a frame's time here.
  public mutating func perform(_ effect: Effect) {
    guard case .request(var request) = effect else { return }
    if case .steps(let most, _) = request {
      request = .steps(atMost: min(most, burst), seconds: 1e6)
    }
    let (source, asked) = (source, request)
    take { source.serve(asked, goesOn: { true }, tell: $0) }
  }
}
