internal import Moves

/// Where a figure of the run was first infinite or not a number.
struct Divergence: Sendable, Equatable {
  var planned: PlannedMove
  var step: Int
  /// The moment that the move led to.
  var moment: Moment
  /// What the figure is called, and what it was.
  var name: String
  var value: Double

  /// Nil where all of the move's figures are finite.
  init?(_ report: MoveReport) {
    guard let found = report.nonFinite else { return nil }
    (name, value) = found
    (planned, step, moment) = (report.planned, report.step, Moment(after: report))
  }

  /// What happened, where, and the ways on, of which a class has one. It must fit three lines of 65
  /// columns.
  func words(isInClass: Bool) -> String {
    let part =
      planned.isOfPart && planned.move.isOfMicroBatch
      ? ", micro-batch \(planned.microBatch)" : ""
    let last = step > 1 ? "step \(step - 1), the last finite one" : "the start, still finite"
    return
      "Training stopped: in \(planned.move.part) of step \(step)\(part), the \(name) first became "
      + "\(short), \(value.trouble). Press , for \(last)\(isInClass ? "." : "; space goes on.")"
  }

  /// The same in two short sentences, for two lines of 58 columns.
  var brief: String {
    let back = step > 1 ? "step \(step - 1)" : "the start"
    return "Training stopped: the \(shortName) is \(short). Press , for \(back)."
  }

  private var shortName: String { name.hasSuffix("(v)") ? "mean of squares v" : name }

  var short: String { Figures.plain(value) }
}
