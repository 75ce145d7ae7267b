/// What can stand beside the chart.
enum Panel: CaseIterable, Sendable {
  case code
  case reading

  var next: Panel { shifted(by: 1) }
  var previous: Panel { shifted(by: -1) }

  private func shifted(by change: Int) -> Panel {
    let all = Self.allCases
    let index = (all.firstIndex(of: self) ?? 0) + change
    return all[(index + all.count) % all.count]
  }
}
