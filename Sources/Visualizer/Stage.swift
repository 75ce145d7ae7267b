internal import Moves

/// What the pipeline shows: the live move, and the latest report of each of the five.
struct Stage: Sendable, Equatable {
  /// The move that was made last; nil before the first.
  @Boxed private(set) var live: MoveReport?
  private(set) var latest: [Move: MoveReport] = [:]
  /// By which of the recipe's moves it is: a move may be made more than once a step.
  private var byIndex: [Int: MoveReport] = [:]
  var detour = Detour.none
  /// The latest forward's reading, and before the first step what the untrained network guesses.
  @Boxed private(set) var reading: Reading?
  private(set) var readingStep = 0
  /// The micro-batch that was read, where there are several.
  private var readingPart: String?
  /// The newest picture of what the network makes of its examples: the reading, or since the update
  /// how it sees the same ones now.
  @Boxed private(set) var picture: Reading?
  private var pictureSide = FigureMoment.Side.beforeUpdate
  /// Where an update comes before its step has read, it is a later one than the reading's.
  private var pictureStep = 0
  /// Whether the gradients hold what an earlier step left in them.
  private(set) var holdsOldGradient = false
  /// The step that the rest of the screen is in, where that is a later one.
  var screenStep: Int?

  /// The last step, where none of its moves are told.
  @Boxed private(set) var told: StepSummary?

  /// - Parameter parts: how many a step reads its batch in; the reading is of the first.
  init(reading: Reading?, parts: Int = 1) {
    (self.reading, picture) = (reading, reading)
    readingPart = parts > 1 ? "1 of \(parts)" : nil
  }

  mutating func light(_ report: MoveReport) {
    noteOldGradient(report)
    live = report
    latest[report.move] = report
    byIndex[report.planned.index] = report
    detour = .none
    if let summary = report.summary { learnLoss(of: summary) }
    switch report.outcome {
    case .forward(let forward):
      guard let read = forward.reading else { return }
      (reading, readingStep) = (read, report.step)
      readingPart = report.planned.isOfPart ? report.planned.place : nil
      (picture, pictureSide, pictureStep) = (read, .beforeUpdate, report.step)
    case .backward(let backward): learnLoss(of: backward, in: report)
    case .step(let update):
      guard let seen = update.reading else { return }
      (picture, pictureSide, pictureStep) = (seen, .afterUpdate, report.step)
    default: break
    }
  }

  /// What a script's forward came to is known only when it calls backward: where another move came in
  /// between, once the step is complete.
  private mutating func learnLoss(of summary: StepSummary) {
    guard let loss = summary.loss, var report = latest[.forward], report.step == summary.step,
      !report.planned.isOfPart, var forward = report.forward, forward.loss == nil
    else { return }
    forward.loss = loss
    report.outcome = .forward(forward)
    latest[.forward] = report
    byIndex[report.planned.index] = report
  }

  /// Backward begins at the loss: what a forward came to is known from there on.
  private mutating func learnLoss(of backward: BackwardReport, in move: MoveReport) {
    guard let loss = backward.loss, var report = latest[.forward], report.step == move.step,
      report.planned.microBatch == move.planned.microBatch, var forward = report.forward
    else { return }
    forward.loss = loss
    report.outcome = .forward(forward)
    latest[.forward] = report
    byIndex[report.planned.index] = report
  }

  private mutating func noteOldGradient(_ report: MoveReport) {
    switch report.outcome {
    case .zeroGrad: holdsOldGradient = false
    case .backward(let backward) where latest[.backward]?.step != report.step:
      holdsOldGradient = backward.gradientsBefore > 0
    default: break
    }
  }

  /// A step was made of whose moves nothing is told: what is known of earlier ones is theirs.
  mutating func pass(_ summary: StepSummary) {
    (live, detour) = (nil, .none)
    told = summary
  }

  /// The latest report of one of the recipe's moves; before it was made in this loop, the move's.
  func latest(_ move: Move, index: Int) -> MoveReport? {
    byIndex[index].flatMap { $0.move == move ? $0 : nil } ?? latest[move]
  }

  /// Whether the move that was made last stands in this box.
  func isLive(_ slot: PipelineSlots.Slot) -> Bool {
    live?.move == slot.move && live?.planned.index == slot.index
  }

  /// What was told of the step so far, in order.
  var stepSoFar: [MoveReport] {
    byIndex.values.filter { $0.step == step }.sorted { $0.position < $1.position }
  }

  /// The lines of the script that made the latest moves, in their order in the step.
  var sources: [SourceLine] {
    byIndex.values.sorted { $0.planned.index < $1.planned.index }.compactMap(\.source)
  }

  /// Why a move of this step raised an error: where that is the live move, and again at the step's
  /// end, for one who saw no move in between.
  var failure: String? {
    guard let live else { return nil }
    if case .failed(let why) = live.outcome { return why }
    guard live.completesStep else { return nil }
    for report in stepSoFar {
      if case .failed(let why) = report.outcome { return "\(report.move.name) failed. \(why)" }
    }
    return nil
  }

  /// What clipping made of the gradients that this move found, where it was that of the last step and
  /// shortened them.
  func clipping(before report: MoveReport) -> ClipReport? {
    guard let made = latest[.clip], made.step == report.step - 1, made.clip?.clipped == true
    else { return nil }
    return made.clip
  }

  /// Another loop goes on from here: its moves stand elsewhere.
  mutating func beginLoop() { byIndex = [:] }

  var readingMoment: FigureMoment { moment(ofPart: readingStep, .any) }
  var pictureMoment: FigureMoment { moment(ofPart: pictureStep, pictureSide) }

  private func moment(ofPart step: Int, _ side: FigureMoment.Side) -> FigureMoment {
    var moment = moment(step, side)
    moment.part = readingPart
    return moment
  }

  /// The moment of figures of a step, as the screen's step has it.
  func moment(_ step: Int, _ side: FigureMoment.Side = .any) -> FigureMoment {
    FigureMoment(step: step, side: side, screen: screenStep ?? self.step)
  }

  /// The step that the live move belongs to.
  var step: Int { live?.step ?? 0 }
}
