internal import Canvas
internal import Moves

/// A broken run beside its twin: what is changed, what to look at, and the figures of both.
struct TwinPanel {
  var broken: Broken
  var glyphs: Glyphs
  /// The last step that is complete on the screen: the table is of it, whatever was made later.
  var step: Int
  /// When the broken run's losses are measured; a good loop's are before the update.
  var lossMoment = Recipe.LossMoment.beforeUpdate
  var guesser = "You"

  private var comparison: Comparison? { broken.findings?.comparison.upTo(step: step) }

  /// Whether the screen stands before the newest step that was compared.
  private var isBehind: Bool { broken.findings.map { $0.comparison.lastStep > step } ?? false }

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    let title = Line(broken.breakage.title, .strong)
    let name = Line("broken: ", .alarm) + title
    frame.write(name.width <= width ? name : title, x: 0, y: 0)
    var row = 1
    for paragraph in [Paragraph(broken.breakage.change), Paragraph(broken.breakage.look, .strong)] {
      row = frame.write(paragraph, x: 1, y: row, width: width - 1, glyphs: glyphs)
    }
    let table = [heading] + rows
    row += height - row > table.count + 3 ? 1 : 0
    write(table, on: &frame, y: row)
    row += table.count
    if lossMoment == .afterUpdate {
      row = frame.write(Self.moments, x: 1, y: row, width: width - 1, glyphs: glyphs)
    }
    row += height - row > 4 ? 1 : 0
    row = frame.write(notes, x: 1, y: row, width: width - 1, glyphs: glyphs)
    let meaning = Self.meaning.lines(columns: width - 1)
    guard table.count > 1, height - row > meaning.count else { return frame }
    frame.write(Self.meaning, x: 1, y: row + 1, width: width - 1, glyphs: glyphs)
    return frame
  }

  private static let meaning = Paragraph(
    "An update norm is the length of what a step changed: their sum says how far the parameters "
      + "were moved in all.", .dim)

  private static let moments = Paragraph(
    "The broken losses are after each step's update, the twin's before.", .dim)

  private struct Row {
    var name: String
    var broken: String
    var twin: String
  }

  private func write(_ table: [Row], on frame: inout Frame, y: Int) {
    let names = table.map(\.name.count).reduce(15, max)
    for (index, row) in table.enumerated() {
      let role: Role = index == 0 ? .dim : .text
      frame.write(row.name, x: 1, y: y + index, .dim)
      frame.write(row.broken, x: 2 + names, y: y + index, index == 0 ? .dim : .strong)
      frame.write(row.twin, x: 12 + names, y: y + index, role)
    }
  }

  private var heading: Row {
    let steps = comparison?.steps ?? 0
    return Row(name: "after \(steps.counted("step"))", broken: "broken", twin: "twin")
  }

  private var rows: [Row] {
    guard let comparison, comparison.steps > 0 else { return [] }
    let (broken, twin) = (comparison.broken, comparison.twin)
    return [
      Row(
        name: comparison.lastSteps == 1 ? "loss" : "loss, last \(comparison.lastSteps)",
        broken: broken.hasLoss ? Figures.plain(broken.lastLoss) : "none",
        twin: Figures.plain(twin.lastLoss)),
      Row(
        name: "norm, median", broken: Figures.plain(broken.medianNorm),
        twin: Figures.plain(twin.medianNorm)),
      Row(
        name: "clipped steps", broken: Figures.grouped(broken.clippedSteps),
        twin: Figures.grouped(twin.clippedSteps)),
      Row(
        name: "update norms, sum", broken: Figures.plain(broken.moved),
        twin: Figures.plain(twin.moved)),
    ] + alive + validation(comparison)
  }

  /// What a kept graph is seen by, long before memory is full.
  private var alive: [Row] {
    guard !isBehind, let kept = broken.findings?.signs.first(where: { $0.kind == .graphsKept }),
      let live = kept.count(.live)
    else { return [] }
    return [
      Row(
        name: "operations alive", broken: Figures.grouped(live),
        twin: kept.count(.twinLive).map { Figures.grouped($0) } ?? "")
    ]
  }

  private func validation(_ comparison: Comparison) -> [Row] {
    guard let broken = comparison.broken.validationLoss,
      let twin = comparison.twin.validationLoss
    else { return [] }
    return [
      Row(
        name: "val. loss at \(Figures.grouped(comparison.validationStep))",
        broken: Figures.loss(broken), twin: Figures.loss(twin))
    ]
  }

  /// Until it is told what happened only the guess, afterwards the signs.
  private var notes: Paragraph {
    guard broken.isTold, let findings = broken.findings else {
      return Paragraph(broken.guess.map { "\(guesser) guessed \($0.words)." } ?? "", .dim)
    }
    let signs = findings.signs.map(\.words).joined(separator: "\n")
    let newest = findings.comparison.lastStep.grouped
    return Paragraph(
      isBehind && !signs.isEmpty ? "Up to step \(newest), the newest:\n\(signs)" : signs)
  }
}
