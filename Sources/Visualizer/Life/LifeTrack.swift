internal import Moves

/// What the reports have told of one parameter: the step in progress, and its last values.
struct LifeTrack: Sendable, Equatable {
  struct Value: Sendable, Equatable {
    var step: Int
    var value: Float
  }

  let place: ParameterPlace
  /// As the last move left it; nil until it is watched.
  private(set) var now: WatchedParameter?
  private(set) var step = 0
  /// Its gradient as each backward of the step left it, as far as it was watched.
  private(set) var gradients: [Gradient] = []
  /// How many backwards the step has made, watched or not.
  private(set) var backwards = 0
  /// What an earlier step had left in it when the first backward of this one came.
  private(set) var oldGradient: Float?
  /// The step whose gradient this one found, where it was the one before.
  private(set) var left: Left?
  private(set) var clipFactor: Double?
  /// Its gradient after clipping.
  private(set) var clipped: Float?
  private(set) var update: UpdateReport?
  private(set) var life: ParameterLife?
  /// After each step that it was watched through, in order; also of steps that were gone back behind.
  private var known: [Value] = []

  struct Left: Sendable, Equatable {
    var step: Int
    var isClipped: Bool
  }

  struct Gradient: Sendable, Equatable {
    var microBatch: Int
    var value: Float?
  }

  static let mostValues = 512

  init(_ place: ParameterPlace) {
    self.place = place
  }

  mutating func take(_ watched: WatchedParameter) { now = watched }

  mutating func take(_ report: MoveReport) {
    if report.step != step { begin(report.step) }
    let watched = report.watched.first { $0.place == place }
    let before = now?.gradient
    if let watched { now = watched }
    switch report.outcome {
    case .backward:
      backwards += 1
      guard let watched else { return }
      if gradients.isEmpty, let before { note(before) }
      gradients.append(
        Gradient(microBatch: report.planned.microBatch, value: watched.gradient))
    case .clip(let clip):
      clipFactor = clip.factor
      clipped = watched?.gradient
    case .step(let update): self.update = update
    case .zeroGrad, .forward, .failed: break
    }
  }

  /// It was followed from the middle of the step on, or the last step left it there.
  private mutating func note(_ gradient: Float) {
    if backwards > 1 {
      gradients = [Gradient(microBatch: backwards - 1, value: gradient)]
    } else if gradient != 0 {
      oldGradient = gradient
    }
  }

  /// What the update did to it; the reports know parameters by their names.
  mutating func take(_ life: ParameterLife) {
    self.life = life
    if now == nil { now = WatchedParameter(place: place, value: life.new, gradient: life.gradient) }
  }

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

  /// These are known up to this step, and no others.
  mutating func show(_ values: [Float], upTo step: Int) {
    let first = step - values.count + 1
    known =
      values.enumerated().map { Value(step: first + $0, value: $1) }
      + known.filter { $0.step > step }
  }

  /// Nothing but its values is known until the reports of another moment are taken in.
  mutating func leave() {
    begin(0)
    now = nil
  }

  private mutating func begin(_ step: Int) {
    let isNext = step == self.step + 1 && self.step > 0 && now?.gradient != nil
    left = isNext ? Left(step: self.step, isClipped: clipFactor.map { $0 != 1 } ?? false) : nil
    self.step = step
    (gradients, backwards, oldGradient) = ([], 0, nil)
    (clipFactor, clipped, update, life) = (nil, nil, nil, nil)
  }
}
