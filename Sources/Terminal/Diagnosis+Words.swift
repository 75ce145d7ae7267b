extension Diagnosis {
  var sizeWords: String {
    guard let size else {
      return "standard output is not a terminal, so there is no window to measure"
    }
    let shown = "\(size.width) x \(size.height)"
    if size.width < 40 || size.height < 8 { return "\(shown): too small, 40 x 8 is the least" }
    if size.width < 76 || size.height < 18 {
      return "\(shown): the moves stand in one line; from 76 x 18 on they have boxes"
    }
    return "\(shown): boxes, curve and panels fit"
  }

  func terminalWords(_ found: Capabilities) -> String {
    let source = found.isBuiltIn ? "the program itself knows" : "this host knows"
    return found.remark ?? "TERM is \(found.terminal), which \(source)"
  }

  func colorWords(_ found: Capabilities) -> String {
    switch found.tier {
    case .direct: "any 24-bit colour"
    case .indexed256: "256"
    case .indexed8: "8, so a clipped step is black on yellow and the curve is bold"
    case .linuxConsole: "8, so a clipped step is white on brown and the curve is bold"
    case .mono: "none, \(reasonForMono); clipped steps are reversed and named"
    }
  }

  private var reasonForMono: String {
    if options.color == .never { return "as --color never asks" }
    let isRefused = options.color == .auto && !environment["NO_COLOR", default: ""].isEmpty
    return isRefused ? "as NO_COLOR is set" : "as this terminal has none"
  }

  func characterWords(_ found: Capabilities) -> String {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].first { !environment[$0, default: ""].isEmpty }
    let source = named.map { "\($0)=\(environment[$0, default: ""].printable(atMost: 30))" }
    if options.ascii { return "7-bit, as --ascii asks" }
    guard found.unicode else {
      return "7-bit, as \(source.map { "\($0) is not UTF-8" } ?? "neither LC_ALL nor LANG is set")"
    }
    let standIn =
      environment[named ?? ""] == found.locale ? "" : ", for which \(found.locale) stands in"
    return "UTF-8, as \(source ?? "") says\(standIn)"
  }

  func curveWords(_ found: Capabilities) -> String {
    guard found.prefersASCIIPlot else {
      return "braille; --plot block or --plot ascii if they look broken"
    }
    return found.unicode
      ? "ascii, as \(found.terminal) seldom has braille; --plot braille tries it"
      : "ascii, as there are only 7-bit characters"
  }

  /// The one thing to do, or none.
  func remedy(_ found: Capabilities) -> String {
    if let size, size.width < 80 || size.height < 24 {
      return "a small screen: make the window 80 x 24 or larger"
    }
    if !found.unicode, !options.ascii {
      return "7-bit drawing: LANG=C.UTF-8 fivemoves if it can UTF-8"
    }
    if found.tier == .mono, environment["NO_COLOR", default: ""].isEmpty == false {
      return "no colour: fivemoves --color always overrides NO_COLOR"
    }
    if options.ascii { return "7-bit drawing, as --ascii asks" }
    return found.remark == nil ? "no fallback" : "a stand-in for TERM; most look right with it"
  }
}
