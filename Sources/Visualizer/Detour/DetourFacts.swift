internal import Canvas
internal import Moves
internal import Notation

/// What a side road is about, in the words and figures of its report.
struct DetourFacts {
  struct Column: Equatable {
    var name: String
    var value: String
    var isAlarm = false
    /// On the way to another figure: left out where all stand in one line.
    var isDetail = false

    var width: Int { max(name.count, value.count) }
  }

  var title: String
  var short: String
  var switches: [Column] = []
  var figures: [Column] = []
  /// One line, cut where it does not fit.
  var words = ""
  var wayBack = ""
  /// Whether the words are what counts, also where there is one line for all.
  var isWritten = false

  /// Nil on the road.
  /// - Parameter isOver: whether the run goes no further.
  init?(_ detour: Moves.Detour, _ run: RunFacts, _ glyphs: Glyphs, isOver: Bool = false) {
    switch detour {
    case .none: return nil
    case .running(let step): self.init(measuring: step, run, glyphs)
    case .done(let report): self.init(report, run)
    case .sampling(let step): self.init(writing: step, run, glyphs)
    case .sampled(let report): self.init(report, run)
    case .checked(let check): self.init(check, run, glyphs)
    }
    if isOver { wayBack = "the run ends here" }
  }

  private init(after step: Int, _ what: String, _ run: RunFacts) {
    title = "side road \(FigureMoment.after(step)): \(what)"
    short = run.tellsModes ? "eval() + no_grad()" : what
    switches = Self.switches(.correct, run)
    wayBack = Self.wayBack(after: step, run)
  }

  private static func wayBack(after step: Int, _ run: RunFacts) -> String {
    if step == run.settings.steps { return "the run ends here" }
    return run.tellsModes ? "then train() again" : "then the next step"
  }

  /// What the loop calls on the way, and what that does; what a broken loop forgot stands out.
  private static func switches(
    _ recipe: Recipe, _ run: RunFacts, _ report: EvaluationReport? = nil
  ) -> [Column] {
    guard run.tellsModes else { return [] }
    let dropout = run.settings.dropout == 0 ? "no dropout" : "dropout off"
    let masks = report.map { "\(Figures.grouped($0.masks)) masks" } ?? "dropout on"
    let recorded = report.map { "\(Figures.grouped($0.recorded)) recorded" } ?? "recording"
    return [
      recipe.callsEval
        ? Column(name: "eval()", value: dropout)
        : Column(name: "no eval()", value: masks, isAlarm: true),
      recipe.usesNoGrad
        ? Column(name: "no_grad()", value: "none recorded")
        : Column(name: "no no_grad()", value: recorded, isAlarm: true),
    ]
  }

  private init(measuring step: Int, _ run: RunFacts, _ glyphs: Glyphs) {
    self.init(after: step, "evaluation", run)
    switches = Self.switches(run.recipe, run)
    let losses = run.lesson == nil ? ["evaluation loss"] : ["train loss", "validation loss"]
    figures = (losses + ["parameters, .grad"]).map { Column(name: $0, value: glyphs.ellipsis) }
    words = "The network is measured and nothing is learned."
  }

  private init(_ report: EvaluationReport, _ run: RunFacts) {
    self.init(after: report.step, "evaluation", run)
    switches = Self.switches(run.recipe, run, report)
    // Of another program's evaluation it is not known what its batches are.
    let isOurs = run.lesson != nil
    figures = [
      Column(name: "train loss", value: Figures.loss(report.trainLoss)),
      Column(
        name: isOurs || report.trainLoss != nil ? "validation loss" : "evaluation loss",
        value: Figures.loss(report.validationLoss)),
      Self.proof(report.unchanged),
    ]
    let isTold = report.trainLoss != nil || report.validationLoss != nil
    let mean = report.batches.map {
      "\(isTold ? "each the mean of " : "")\($0.counted("batch", "batches"))"
    }
    words =
      report.sample.map(Self.written) ?? mean.map {
        isOurs ? "\($0), the same at every evaluation" : $0
      } ?? ""
  }

  private init(writing step: Int, _ run: RunFacts, _ glyphs: Glyphs) {
    self.init(after: step, "a sample", run)
    figures = [Column(name: "parameters, .grad", value: glyphs.ellipsis)]
    words = "It writes: each character is drawn by its probability, then read with the others."
  }

  private init(_ report: SampleReport, _ run: RunFacts) {
    self.init(after: report.step, "a sample", run)
    figures = [Self.proof(report.unchanged)]
    words = report.sample.map(Self.written) ?? "This network does not write."
    isWritten = report.sample != nil
  }

  private init(_ check: GradientCheck, _ run: RunFacts, _ glyphs: Glyphs) {
    title =
      "side road \(FigureMoment.after(check.step)): the next \(run.batchName)'s gradient checked"
    short = "gradient check"
    figures = [
      Column(name: "by backward", value: Figures.digits(check.norm)),
      Column(name: "nudged back", value: Self.fine(check.lossBack), isDetail: true),
      Column(name: "nudged on", value: Self.fine(check.lossOn), isDetail: true),
      Column(name: "measured", value: Figures.digits(check.slope)),
      Self.proof(check.unchanged),
    ]
    words =
      "(\(Self.fine(check.lossOn)) - \(Self.fine(check.lossBack))) \(glyphs.divided) "
      + "(2 \(glyphs.times) \(Figures.digits(check.shownDistance, more: 2))) = "
      + Figures.digits(check.slope)
    wayBack = "then training goes on"
  }

  private static func proof(_ unchanged: Bool?) -> Column {
    Column(
      name: "parameters, .grad",
      value: unchanged.map { $0 ? "unchanged" : "CHANGED" } ?? Figures.untold,
      isAlarm: unchanged == false)
  }

  private static func fine(_ loss: Float) -> String {
    guard loss.isFinite, let decimals = GradientCheck.decimals(of: loss) else {
      return Figures.loss(loss)
    }
    return Figure.fixed(Double(loss), decimals: decimals)
  }

  private static func written(_ sample: Sample) -> String {
    if sample.isEmpty { return "it wrote nothing: the scores are NaN" }
    return "it wrote: \(oneLine(sample))"
  }

  static func oneLine(_ sample: Sample) -> String {
    (sample.prompt + sample.text).split(separator: "\n").joined(separator: " ")
  }
}

extension RunFacts {
  /// Whether it is known how it evaluates: under eval(), under no_grad().
  var tellsModes: Bool { lesson != nil }

  /// What one forward reads.
  var batchName: String { settings.hasParts ? "micro-batch" : "batch" }
}
