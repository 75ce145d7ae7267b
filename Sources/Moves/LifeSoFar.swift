/// What the reports of one step have told of one parameter by now.
public struct LifeSoFar: Sendable, Equatable {
  /// As the last move left it; nil until it is watched.
  public var now: WatchedParameter?
  public var step = 0
  /// Its gradient as each backward of the step left it, as far as it was watched.
  public var gradients: [Gradient] = []
  /// How many backwards the step has made, watched or not.
  public var backwards = 0
  /// What an earlier step had left in it when the first backward of this one came.
  public var oldGradient: Float?
  /// The step whose gradient this one found, where it was the one before.
  public var left: Left?
  public var clipFactor: Double?
  /// Its gradient after clipping.
  public var clipped: Float?
  /// The rate of the step's update; nil before it.
  public var usedRate: Double?
  public var life: ParameterLife?

  public struct Left: Sendable, Equatable {
    public var step: Int
    public var isClipped: Bool

    public init(step: Int, isClipped: Bool) { (self.step, self.isClipped) = (step, isClipped) }
  }

  public struct Gradient: Sendable, Equatable {
    public var microBatch: Int
    public var value: Float?

    public init(microBatch: Int, value: Float?) {
      (self.microBatch, self.value) = (microBatch, value)
    }
  }

  public init() {}

  public mutating func take(_ report: MoveReport, at place: ParameterPlace) {
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
    case .step(let update): usedRate = update.learningRate
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
  public mutating func take(_ life: ParameterLife, at place: ParameterPlace) {
    self.life = life
    if now == nil { now = WatchedParameter(place: place, value: life.new, gradient: life.gradient) }
  }

  private mutating func begin(_ step: Int) {
    let isNext = step == self.step + 1 && self.step > 0 && now?.gradient != nil
    let isClipped = clipFactor.map { $0 != 1 } ?? false
    let (found, before) = (now, self.step)
    self = LifeSoFar()
    (now, self.step) = (found, step)
    left = isNext ? Left(step: before, isClipped: isClipped) : nil
  }
}
