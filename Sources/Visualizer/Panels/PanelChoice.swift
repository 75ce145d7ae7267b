internal import Moves

/// Which panels a lesson has, and which of them are shown: as many as there is room for, from the
/// chosen one on.
struct PanelChoice: Sendable, Equatable {
  private(set) var ring: [Panel]
  private var first: Int
  /// How many stand beside the chart.
  private var room = 1
  /// Where none fits beside the chart, whether the chosen one stands in its place.
  private(set) var isInFront = false

  /// A lesson begins with the panel that tells its story.
  init(for reading: Reading?) {
    switch reading {
    case .text:
      ring = [.code, .reading, .move, .life, .layers, .words]
      first = 0
    case .map:
      ring = [.reading, .code, .move, .life, .layers, .words]
      first = 0
    case .line:
      ring = [.numbers, .reading, .code, .move, .life, .layers, .words]
      first = 0
    case nil:
      ring = [.code, .move, .layers, .words]
      first = 0
    }
  }

  mutating func fit(_ places: Int) { room = places }

  /// Another lesson begins, on the same screen.
  mutating func begin(with reading: Reading?) {
    let former = self
    self = PanelChoice(for: reading)
    room = former.room
  }

  /// The panels for so many places.
  func shown(in places: Int) -> [Panel] {
    (0..<min(places, ring.count)).map { ring[(first + $0) % ring.count] }
  }

  /// What can be seen now.
  var visible: [Panel] { room == 0 ? (isInFront ? [ring[first]] : []) : shown(in: room) }

  func isShown(_ panel: Panel) -> Bool { visible.contains(panel) }

  /// Brings the panel where it can be seen; one that is seen stays where it is.
  mutating func show(_ panel: Panel) {
    guard !isShown(panel) else { return }
    first = ring.firstIndex(of: panel) ?? first
    isInFront = room == 0
  }

  /// Makes it the first of those that are seen; without one the chart has its place back.
  mutating func lead(with panel: Panel?) {
    if let place = panel.flatMap({ ring.firstIndex(of: $0) }) { first = place }
    isInFront = room == 0 && panel != nil
  }

  /// Puts a panel before the others, and shows it.
  mutating func add(_ panel: Panel) {
    ring.insert(panel, at: 0)
    first = 0
  }

  /// Puts a panel behind the others.
  mutating func append(_ panel: Panel) {
    if !ring.contains(panel) { ring.append(panel) }
  }

  mutating func remove(_ panel: Panel) {
    guard let place = ring.firstIndex(of: panel) else { return }
    ring.remove(at: place)
    first = first > place ? first - 1 : min(first, ring.count - 1)
  }

  /// On a narrow screen the chart is one more stop on the way round.
  mutating func turn(by change: Int) {
    if room == 0, !isInFront {
      isInFront = true
      first = change > 0 ? 0 : ring.count - 1
    } else if room == 0, !ring.indices.contains(first + change) {
      isInFront = false
    } else {
      first = (first + change + ring.count) % ring.count
    }
  }
}
