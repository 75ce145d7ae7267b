internal import Canvas
internal import Moves

/// What happened in a broken run: what the curves show, and what proves the mistake.
struct VerdictView {
  var app: App
  var broken: Broken
  /// Where the mistake is seen best.
  var place: String?

  func frame(width: Int, height: Int, scroll: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    let lines = lines(columns: width)
    let first = min(scroll, max(lines.count - height, 0))
    frame.write(rows: lines.dropFirst(first).prefix(height), x: 0, y: 0)
    LabPicture(app: app).draw(on: &frame, below: lines.count)
    return frame
  }

  /// Headings over paragraphs, which stand two columns in.
  func lines(columns: Int) -> [Line] {
    sections.flatMap { heading, paragraphs in
      [Line(heading, .strong)]
        + paragraphs.flatMap { paragraph in
          paragraph.lines(columns: columns - 2).map { Line("  ") + $0 }
        }
    }
  }

  private var sections: [(String, [Paragraph])] {
    guard let findings = broken.findings else {
      return [("Nothing has been compared yet", [Paragraph("Make a training step first.")])]
    }
    let ending = findings.ending.map { [("Why it stopped", [Paragraph($0, .alarm)])] } ?? []
    return [("What was changed", [Paragraph(broken.breakage.change)])]
      + ending + expectation
      + [("What the curves show", [Paragraph(findings.comparison.words)] + guess(findings))]
      + [("What proves it", signs(findings))]
      + (place.map { [("Where to see it", [Paragraph($0)])] } ?? [])
  }

  private var expectation: [(String, [Paragraph])] {
    guard broken.breakage.isByHand else { return [] }
    let words = broken.expected.map(\.warning)
    return [
      (
        "What was expected",
        [
          Paragraph(
            words.isEmpty ? "Nothing was expected to go wrong." : words.joined(separator: " "))
        ]
      )
    ]
  }

  private func guess(_ findings: Findings) -> [Paragraph] {
    guard let guess = broken.guess else { return [] }
    return [Paragraph(findings.comparison.words(on: guess, by: app.guesser), .strong)]
  }

  private func signs(_ findings: Findings) -> [Paragraph] {
    guard !findings.signs.isEmpty else {
      return [Paragraph("Every counter is as in a correct loop: this order works as well.")]
    }
    return findings.signs.map { Paragraph($0.words) }
  }
}
