internal import JSONText
internal import Platform

/// One of those who follow, as the teacher's side sees it: nobody waits for it.
struct Follower {
  let socket: CInt
  let since: Double
  /// Whether it has said that it wants to be told.
  private(set) var isJoined = false
  private(set) var isGone = false
  private var heard: [UInt8] = []
  private var faults = 0
  /// What it has answered last.
  private(set) var answer: Tallying.Answer?
  private var rest: ArraySlice<UInt8>
  private var plan = ClassStream.Plan(brief: 0..<0, full: 0)
  /// The number of the last present that it was told, and when.
  private var shown = 0
  private var shownAt = -Double.infinity
  /// Whether its socket has taken all that there was.
  var isWaiting = false

  /// Bytes of lines that it may be behind before it is told the run so far anew.
  static let queue = 1 << 20
  /// Seconds from one present to the next at least; what a student's line can carry of it, the
  /// student's program knows.
  private static let spacing = 0.1
  /// Seconds that lines wait for the present that they belong to: the teacher's own screen comes first.
  private static let grace = 0.03
  private static let piece = 1 << 16
  private static let longestLine = 1 << 12
  /// An answer that came too late is one.
  private static let mostFaults = 64

  init(_ socket: CInt, greeting: Greeting, at time: Double) {
    (self.socket, since) = (socket, time)
    rest = Array(greeting.line.utf8)[...]
  }

  /// What the class has to tell now.
  struct Told {
    let stream: ClassStream
    let length: Int
    /// When the newest of the lines was told.
    let toldAt: Double
    /// The present's line and number.
    let present: [UInt8]
    let number: Int
  }

  /// When there is something for it; infinite for not before something changes.
  func due(_ told: Told) -> Double {
    guard !isGone, !isWaiting else { return .infinity }
    if !rest.isEmpty { return 0 }
    guard isJoined else { return .infinity }
    if shown < told.number { return next }
    guard plan.full < told.length || !plan.brief.isEmpty else { return .infinity }
    return max(next, told.toldAt + Self.grace)
  }

  /// When it may be told something again.
  private var next: Double { shownAt + Self.spacing }

  /// Sends what its socket takes at once.
  mutating func send(_ told: Told, at time: Double) {
    isWaiting = false
    while !isGone, !isWaiting {
      if rest.isEmpty { fill(told, at: time) }
      if rest.isEmpty { return }
      sendRest()
    }
  }

  private mutating func fill(_ told: Told, at time: Double) {
    guard isJoined, time >= next else { return }
    if told.length - plan.full > Self.queue, plan.brief.isEmpty { beginAfresh(told) }
    if !plan.brief.isEmpty {
      let end = min(plan.brief.upperBound, plan.brief.lowerBound + Self.piece)
      rest += told.stream.read(brief: plan.brief.lowerBound..<end)[...]
      plan.brief = end..<plan.brief.upperBound
    } else if plan.full < told.length {
      let end = min(told.length, plan.full + Self.piece)
      rest += told.stream.read(full: plan.full..<end)[...]
      plan.full = end
    } else if shown < told.number {
      rest = told.present[...]
      (shown, shownAt) = (told.number, time)
    }
  }

  /// It is far behind, perhaps in the middle of a line.
  private mutating func beginAfresh(_ told: Told) {
    let next = told.stream.plan
    guard next.full > plan.full else { return }
    plan = next
    rest = Array("\n\(Self.afresh)\n".utf8)[...]
  }

  static let afresh = #"{"type":"afresh"}"#

  private mutating func sendRest() {
    let count = rest.withUnsafeBytes {
      Platform.send(socket, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL) | CInt(MSG_DONTWAIT))
    }
    if count > 0 { return rest.removeFirst(count) }
    switch errno {
    case EAGAIN, EWOULDBLOCK: isWaiting = true
    case EINTR: return
    default: isGone = true
    }
  }

  /// Takes in what it has sent.
  mutating func hear(
    _ stream: ClassStream, _ count: (Tallying.Answer, inout Tallying.Answer?) -> Bool
  ) {
    var bytes = [UInt8](repeating: 0, count: Self.longestLine)
    let length = recv(socket, &bytes, bytes.count, CInt(MSG_DONTWAIT))
    if length < 0, errno == EAGAIN || errno == EINTR { return }
    guard length > 0 else { return isGone = true }
    heard += bytes.prefix(length)
    while let end = heard.firstIndex(of: 0x0A) {
      take(heard[..<end], stream, count)
      heard.removeFirst(end + 1)
    }
    if heard.count > Self.longestLine || faults > Self.mostFaults { isGone = true }
  }

  private mutating func take(
    _ line: ArraySlice<UInt8>, _ stream: ClassStream,
    _ count: (Tallying.Answer, inout Tallying.Answer?) -> Bool
  ) {
    guard let json = try? JSONReader.read(line), let type = json["type"]?.string else {
      return faults += 1
    }
    switch type {
    case "join" where !isJoined && json["protocol"] == .number("\(Greeting.newest)"):
      isJoined = true
      plan = stream.plan
    case "answer" where isJoined:
      guard let number = json["question"].flatMap(Self.whole),
        let choice = json["choice"].flatMap(Self.whole),
        count(Tallying.Answer(question: number, choice: choice), &answer)
      else { return faults += 1 }
    default: faults += 1
    }
  }

  private static func whole(_ json: JSON) -> Int? {
    if case .number(let text) = json { Int(text) } else { nil }
  }
}
