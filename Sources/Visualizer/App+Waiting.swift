internal import Canvas
internal import Moves

/// What was typed faster than it could be done, and waits.
extension App {
  /// Any key but the one whose work still waits drops that work, and says how much it was.
  mutating func dropWaiting(unlike key: Key) -> Bool {
    guard let last = drive.waiting.last, !repeats(key, last) else { return false }
    let isMaking = drive.isMakingQueued
    dropped = drive.dropWaiting()
    if !isMaking { tellDropped() }
    return true
  }

  /// Steps that were on their way when the others were dropped are made.
  mutating func tellDropped(made: Int = 0) {
    let rest = dropped.dropFirst(made)
    dropped = []
    guard let words = Request.words(for: rest) else { return }
    options.remark = "Dropped \(words) that \(rest.count == 1 ? "was" : "were") still waiting."
  }

  /// A report of the terminal's is no key, and neither is what was pasted; a key to which nothing is
  /// bound is one.
  private func repeats(_ key: Key, _ request: Request) -> Bool {
    switch key {
    case .report, .paste: true
    default: action(for: key)?.request == request
    }
  }
}

extension Drive {
  /// What keys asked for and is not done; what was chosen on a page is not a key's.
  var waiting: [Request] { queue.filter(\.isKeys) }
}

extension Request {
  fileprivate var isKeys: Bool {
    switch self {
    case .watch, .look, .follow, .answer, .breakLoop, .mend, .restart, .begin: false
    default: true
    }
  }

  /// So many of them, as a person counts them; nil for none.
  fileprivate static func words(for requests: ArraySlice<Self>) -> String? {
    guard let first = requests.first else { return nil }
    let isOneKind = requests.allSatisfy { $0.noun == first.noun }
    let (noun, place) = isOneKind ? first.noun : ("key", "")
    return "\(Figures.grouped(requests.count)) \(noun)\(requests.count == 1 ? "" : "s")\(place)"
  }

  private var noun: (word: String, place: String) {
    switch self {
    case .step, .steps: ("step", "")
    case .move, .moveAsRecorded: ("move", "")
    case .travel(.backStep): ("step", " back")
    case .travel(.backMove): ("move", " back")
    case .evaluate: ("evaluation", "")
    case .sample: ("sample", "")
    case .check: ("gradient check", "")
    case .travel, .watch, .look, .follow, .answer, .breakLoop, .mend, .restart, .begin: ("key", "")
    }
  }
}
