/// Snapshots at the beginnings of steps: all of the newest, fewer and fewer of the older, the first
/// always.
struct Keyframes {
  private var frames: [(step: Int, snapshot: Snapshot)] = []
  private let memory: Int
  private(set) var byteCount = 0

  private static let mostFrames = 512

  init(memory: Int) {
    self.memory = memory
  }

  var steps: [Int] { frames.map(\.step) }

  /// A snapshot at a step that has one changes nothing: it would hold the same bits.
  mutating func keep(_ snapshot: Snapshot, at step: Int) {
    let place = firstIndex(after: step)
    guard place == 0 || frames[place - 1].step != step else { return }
    frames.insert((step, snapshot), at: place)
    byteCount += snapshot.byteCount
    while frames.count > 2, byteCount > memory || frames.count > Self.mostFrames { thinOut() }
  }

  func latest(atMost step: Int) -> (step: Int, snapshot: Snapshot)? {
    let place = firstIndex(after: step)
    return place > 0 ? frames[place - 1] : nil
  }

  private func firstIndex(after step: Int) -> Int {
    var (low, high) = (0, frames.count)
    while low < high {
      let middle = (low + high) / 2
      if frames[middle].step <= step { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Forgets the one that is missed least: whose gap, once it is gone, is smallest for its age.
  private mutating func thinOut() {
    let newest = frames[frames.count - 1].step
    let gap = { (index: Int) in
      Double(frames[index + 1].step - frames[index - 1].step)
        / Double(newest - frames[index].step + 1)
    }
    guard let least = (1..<frames.count - 1).min(by: { gap($0) < gap($1) }) else { return }
    byteCount -= frames.remove(at: least).snapshot.byteCount
  }
}
