internal import Moves
internal import Platform
internal import Terminal
internal import Visualizer

/// A person before the screen: joins the run loop and the worker until one of them leaves.
struct Sitting {
  let terminal: Terminal
  /// Seconds without a key after which it ends; nil for never.
  var patience: Double?
  var throttle: Throttle?
  /// Seconds after which it is looked whether the source knows more by itself; nil for never.
  var glances: Double?
  /// Handed what wakes the source when it has something to tell by itself.
  var bell: ((@escaping @Sendable () -> Void) -> Void)?
  /// Whether it is asked no sooner than this person's line can carry what comes of it.
  var sparesLine = false
  /// Handed what the screen shows, whenever that is something else.
  var audience: ((Present) -> Void)?

  func watch(
    _ app: App, _ source: sending any Source
  ) throws -> (RunLoop.Ending, App) {
    let inbox = try Inbox()
    let requests = try start(Worker(source: source, inbox: inbox, throttle: throttle))
    defer { requests.finish() }
    if sparesLine { bell? { inbox.ring() } } else { bell? { requests.yield(nil) } }
    var loop = RunLoop(
      terminal: terminal, inbox: inbox, requests: requests, app: app, patience: patience,
      glances: glances)
    loop.audience = audience
    if sparesLine { loop.line = LineCredit() }
    return (loop.run(), loop.app)
  }

  private func start(_ worker: Worker) throws(StartError) -> AsyncStream<Request?>.Continuation {
    let (requests, continuation) = AsyncStream.makeStream(of: Request?.self)
    Task(executorPreference: try TrainingThread()) { await worker.serve(requests) }
    return continuation
  }
}

extension RunLoop.Ending {
  /// The code that a program ends with; nil where all went as a person wanted.
  var code: CInt? {
    switch self {
    case .quit, .idle: nil
    case .signal(let signal): 128 + signal
    case .terminalGone: 128 + SIGHUP
    }
  }
}
