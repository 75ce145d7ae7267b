/// Snapshots at the beginnings of steps: all of the newest, fewer and fewer of the older, the first
/// always.
struct Keyframes {
  private var frames: [(step: Int, snapshot: Snapshot)] = []
  private let memory: Int
  private(set) var byteCount = 0

  private static let mostFrames = 128

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

  /// Forgets the one that is missed least.
  private mutating func thinOut() {
    let inner = 1..<frames.count - 1
    guard let least = inner.min(by: { cost(of: $0) < cost(of: $1) }) else { return }
    byteCount -= frames.remove(at: least).snapshot.byteCount
  }

  /// How much is missed without the frame: the gap that it would leave, for its age.
  private func cost(of index: Int) -> Double {
    let newest = frames[frames.count - 1].step
    return Double(frames[index + 1].step - frames[index - 1].step)
      / Double(newest - frames[index].step + 1)
  }
}
