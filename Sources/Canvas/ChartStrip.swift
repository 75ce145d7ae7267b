/// A series under a curve, on the curve's own steps.
public struct ChartStrip: Sendable {
  enum Content: Sendable {
    case measured(Bins, ceiling: Float?)
    /// What is known of every step beforehand, as a share of its highest value.
    case planned(@Sendable (_ step: Int) -> Double)
  }

  /// At most four characters.
  let label: String
  let content: Content

  public static func measured(_ label: String, _ bins: Bins, ceiling: Float? = nil) -> ChartStrip {
    ChartStrip(label: label, content: .measured(bins, ceiling: ceiling))
  }

  public static func planned(
    _ label: String, share: @escaping @Sendable (_ step: Int) -> Double
  ) -> ChartStrip {
    ChartStrip(label: label, content: .planned(share))
  }
}

extension ChartDrawing {
  mutating func drawStrips() {
    for (row, strip) in zip(layout.stripRows, chart.strips) {
      label(strip.label, row: row)
      frame.place(picture(strip.content), x: layout.gutter, y: row)
    }
  }

  private func picture(_ content: ChartStrip.Content) -> Frame {
    switch content {
    case .measured(let bins, let ceiling):
      let cells = StepCells(bins, steps, dotsAcross: chart.characters.dotsAcross).filled
      return Strip(cells: cells, ceiling: ceiling, glyphs: chart.glyphs)
        .frame(width: layout.columns)
    case .planned(let share):
      let across = chart.characters.dotsAcross
      let values = (0..<layout.columns).map { cell in
        Float(share(steps.step(ofColumn: (cell + 1) * across - 1)))
      }
      let past = steps.column(ofStep: chart.loss.count) / across + 1
      return ScheduleStrip(
        values: values, past: chart.loss.count > 0 ? past : 0, glyphs: chart.glyphs
      ).frame(width: layout.columns)
    }
  }
}
