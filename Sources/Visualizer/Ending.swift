internal import Canvas
internal import Moves

/// What a run has come to, once the last step of its schedule is made.
struct Ending: Sendable, Equatable {
  /// Nil for another program's run.
  var lesson: String?
  var step: Int
  var firstLoss: Float?
  var lastLoss: Float?
  /// Whether the loop is broken, and the last loss of the run beside it that is not.
  var isBroken = false
  var twinLoss: Float?
  /// The evaluation with the lowest validation loss.
  var best: EvaluationReport?
  var isMeasuredOnce = false
  /// Told of a good loop only: another may measure with dropout on.
  var overfitting: Overfitting?
  /// Nil where nobody tells.
  var clippedSteps: Int? = 0
  /// Steps whose norm is told; nil for all.
  var toldSteps: Int?
  /// The first and the last that was clipped.
  var clipRange: ClosedRange<Int>?

  /// From the one in which every number can be checked to the one whose loop is a real GPT's.
  private static let lessons = ["line", "spiral", "names", "story"]

  /// All of it; without the step and overfitting it must fit three lines of 65 columns.
  var words: String { text(of: Part.allCases) }

  /// From the fullest to the shortest: what matters least is left out first, and a mark stands for
  /// it, but for the step, which the header tells too.
  func forms(_ glyphs: Glyphs) -> [String] {
    let dropped: [Part] = [.clips, .overfitting, .next]
    let parts = Part.allCases.filter { $0 != .place }
    return [words, text(of: parts)]
      + (1...dropped.count).map { count in
        let kept = parts.filter { !dropped.prefix(count).contains($0) }
        return "\(text(of: kept)) \(glyphs.ellipsis)"
      }
  }

  private enum Part: CaseIterable {
    case place, losses, overfitting, clips, next
  }

  private func text(of parts: [Part]) -> String {
    parts.map(words).filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func words(_ part: Part) -> String {
    switch part {
    case .place: "That was step \(Figures.grouped(step)), the last."
    case .losses: losses
    case .overfitting: isBroken ? "" : overfitting?.words ?? ""
    case .clips: clips
    case .next: next
    }
  }

  private var losses: String {
    guard let firstLoss, let lastLoss else { return "" }
    let validation = best.map {
      "; \(isMeasuredOnce ? "its only" : "best") validation loss \(Figures.loss($0.validationLoss))"
        + (isBroken ? "" : ", after step \(Figures.grouped($0.step))")
    }
    let twin = twinLoss.map { " (twin's \(Figures.loss($0)))" }
    return "Loss \(Figures.loss(firstLoss)) at the start, \(Figures.loss(lastLoss)) at the end"
      + "\(twin ?? "")\(validation ?? "")."
  }

  private var clips: String {
    guard let clippedSteps else { return "" }
    let told = toldSteps == nil ? "" : " that is told"
    guard clippedSteps > 0 else { return "No step\(told) was clipped." }
    guard clippedSteps < toldSteps ?? step else { return "Every step\(told) was clipped." }
    let count =
      "\(Figures.grouped(clippedSteps)) of "
      + (toldSteps.map { "the \(Figures.grouped($0)) steps that are told" }
        ?? "\(Figures.grouped(step)) steps")
    guard clippedSteps > 1 else {
      let place = clipRange.map { ", step \(Figures.grouped($0.lowerBound))" }
      return "\(count) was clipped\(place ?? "")."
    }
    let places = clipRange.map { range in
      let (first, last) = (Figures.grouped(range.lowerBound), Figures.grouped(range.upperBound))
      return ", first at \(first), last at \(last)"
    }
    return "\(count) were clipped\(places ?? "")."
  }

  private var next: String {
    guard let lesson else { return "" }
    if isBroken { return "Next: mend the loop with b." }
    guard let place = Self.lessons.firstIndex(of: lesson), place + 1 < Self.lessons.count else {
      return "Next: break the loop with b."
    }
    return "Next lesson: fivemoves \(Self.lessons[place + 1])."
  }
}

extension App {
  /// Nil where the run does not stand at the end of its schedule.
  var ending: Ending? {
    guard let step = run.facts.settings.steps, run.now == Moment(completedSteps: step),
      divergenceHere == nil, run.broken?.findings?.ending == nil
    else { return nil }
    return Ending(
      // Nobody is sent to what cannot be done here.
      lesson: abilities.contains(.breaking) && !isInAnyClass ? run.facts.lesson?.name : nil,
      step: step,
      firstLoss: run.history.firstLoss, lastLoss: run.history.lastLoss,
      isBroken: run.broken != nil, twinLoss: run.history.twin?.lastLoss,
      best: run.history.bestEvaluation, isMeasuredOnce: run.history.evaluations.count == 1,
      overfitting: run.history.evaluations.last { $0.step == step }.flatMap {
        Overfitting($0, best: run.history.bestEvaluation, blindLoss: run.facts.guessingLoss)
      },
      clippedSteps: tellsClips ? run.history.clippedSteps : nil,
      toldSteps: abilities.contains(.moves) ? nil : run.history.toldNorms,
      clipRange: run.history.clipRange)
  }
}
