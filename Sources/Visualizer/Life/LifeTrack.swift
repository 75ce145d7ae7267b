internal import Moves

/// What the reports have told of one parameter: the step in progress, and its last values.
struct LifeTrack: Sendable, Equatable {
  struct Value: Sendable, Equatable {
    var step: Int
    var value: Float
  }

  let place: ParameterPlace
  private(set) var soFar = LifeSoFar()
  /// After each step that it was watched through, in order; also of steps that were gone back behind.
  private var known: [Value] = []

  static let mostValues = 512

  init(_ place: ParameterPlace) {
    self.place = place
  }

  mutating func take(_ watched: WatchedParameter) { soFar.now = watched }

  mutating func take(_ report: MoveReport) { soFar.take(report, at: place) }

  mutating func take(_ life: ParameterLife) { soFar.take(life, at: place) }

  /// A step that is made again takes its own place.
  mutating func take(_ summary: StepSummary) {
    guard let watched = summary.watched.first(where: { $0.place == place }) else { return }
    let index = known.firstIndex { $0.step >= summary.step } ?? known.count
    let isKnown = index < known.count && known[index].step == summary.step
    let value = Value(step: summary.step, value: watched.value)
    known.replaceSubrange(index..<index + (isKnown ? 1 : 0), with: [value])
    guard known.count > Self.mostValues else { return }
    // What is far from where the run stands is missed least.
    if index > known.count / 2 { known.removeFirst() } else { known.removeLast() }
  }

  /// Its values after the last steps up to this one, oldest first, as far back as none is missing.
  func values(upTo step: Int) -> [Float] {
    var values: [Float] = []
    for value in known.reversed() where value.step <= step {
      guard value.step == step - values.count else { break }
      values.append(value.value)
    }
    return values.reversed()
  }

  /// This is known of it, and up to this step these values and no others.
  mutating func show(_ soFar: LifeSoFar, _ values: [Float], upTo step: Int) {
    self.soFar = soFar
    let first = step - values.count + 1
    known =
      values.enumerated().map { Value(step: first + $0, value: $1) }
      + known.filter { $0.step > step }
  }

  /// Nothing but its values is known until the reports of another moment are taken in.
  mutating func leave() { soFar = LifeSoFar() }
}
