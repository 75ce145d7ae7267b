internal import Canvas
internal import Moves

/// Which moment figures are of, in words, from the fullest to the shortest: the one rule for every
/// box, panel, map and plot. Figures of an earlier step than the screen's are "of step 12".
struct FigureMoment: Equatable {
  /// Where in its step.
  enum Side {
    case any
    /// Made with the parameters that the step's update has yet to change.
    case beforeUpdate
    case afterUpdate
  }

  /// The step that the figures are of; 0 where none was made yet.
  var step: Int
  var side = Side.any
  /// The step that the screen is in.
  var screen: Int
  /// "2 of 4": of which micro-batch, where there are several.
  var part: String?

  var isEarlier: Bool { step != screen }

  var forms: [String] {
    guard let part else { return steps }
    // Which step it is counts for more than which part.
    return (step == 0 ? steps.prefix(1) : steps[...]).map { "part \(part), \($0)" } + steps
  }

  private var steps: [String] {
    if step == 0 { return ["before step 1", "step 0"] }
    switch side {
    case .any:
      return isEarlier ? ["of step \(step)", "step \(step)", "of \(step)"] : ["step \(step)"]
    case .beforeUpdate:
      return ["step \(step), before its update", "step \(step), before update", "step \(step)"]
    case .afterUpdate: return ["after step \(step)", "after \(step)"]
    }
  }

  /// "after step 3"; where no update was made yet, "before step 1".
  static func after(_ step: Int) -> String {
    FigureMoment(step: step, side: .afterUpdate, screen: step).forms[0]
  }

  /// When the losses of an evaluation were measured, at the beginning of a sentence.
  static func of(_ report: EvaluationReport) -> String {
    report.step == 0 ? "Before the first update" : "After the update of step \(report.step)"
  }

  /// The fullest that fits.
  func words(columns: Int) -> String {
    forms.first { $0.count <= columns } ?? forms[forms.count - 1]
  }
}

extension Frame {
  /// The moment in as many words as fit, with room left behind it.
  mutating func write(_ moment: FigureMoment, x: Int, y: Int, room: Int = 0) {
    write(moment.words(columns: width - x - room), x: x, y: y, .dim)
  }
}
