internal import Moves
internal import Platform
internal import Terminal

/// Owns the run and carries out requests one by one, telling the inbox what happened.
actor Worker {
  private let source: any Source
  private let inbox: Inbox
  private let throttle: Throttle?

  init(source: sending any Source, inbox: Inbox, throttle: Throttle?) {
    (self.source, self.inbox, self.throttle) = (source, inbox, throttle)
  }

  /// Tells what is known ahead, then carries out the requests in order until the stream ends; where
  /// there is none, it only looks for what is new.
  func serve(_ requests: AsyncStream<Request?>) async {
    source.foretell { inbox.post($0) }
    for await request in requests {
      guard let request else {
        source.glance { inbox.post($0) }
        continue
      }
      let start = now()
      inbox.beginRequest()
      source.serve(
        throttle?.narrowed(request) ?? request, goesOn: { !inbox.isGivenUp },
        tell: { inbox.post($0) })
      throttle?.rest(after: request, since: start)
    }
  }
}
