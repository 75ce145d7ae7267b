internal import JSONText
internal import Moves

extension Line {
  /// The line, without its end.
  /// - Parameter version: of the program, for the line that begins a run.
  /// - Parameter context: of the run that it is a line of.
  public func text(version: String, in context: WireContext?) -> String {
    var text = Self.open(event, version, context)
    if let time {
      text += #","time":"#
      ((time * 1000).rounded() / 1000).write(to: &text)
    }
    text += "}"
    return text
  }

  /// All but the end of the object.
  private static func open(
    _ event: Event, _ version: String, _ context: WireContext?
  ) -> String {
    switch event {
    case .run(let line):
      return String(JSON.members(LogRecord.run(line, version: version)).description.dropLast())
    case .learned(let facts): return line("learned", "facts", facts)
    case .move(let report): return line("move", report, context)
    case .step(let summary): return line("step", summary)
    case .evaluating(let step): return line("evaluating", "step", step)
    case .released: return begin("released")
    case .driver(let drives): return line("driver", "drives", drives)
    case .rank(let report): return line("rank", report)
    case .noted(let words): return line("noted", "words", words)
    case .evaluation(let report): return line("eval", report)
    case .sample(let report): return line("sample", report)
    case .check(let check): return line("check", check)
    case .watch(let watched): return line("watch", "watched", watched)
    case .view(let view): return line("view", view)
    case .present(let present): return line("present", present)
    case .retold(let retold): return line("retold", retold)
    case .broke(let broken): return line("break", broken)
    case .mended(let mended): return line("mend", mended)
    case .signs(let signs): return line("signs", signs)
    case .end(let why): return line("end", "words", why)
    case .unknown(let name): return begin(name)
    }
  }

  private static func begin(_ type: String) -> String {
    var text = #"{"type":"#
    type.write(to: &text)
    return text
  }

  private static func line(
    _ type: String, _ value: some Shaped, _ context: WireContext? = nil
  ) -> String {
    var text = begin(type)
    value.write(members: &text, in: context)
    return text
  }

  private static func line(_ type: String, _ name: String, _ value: some Wired) -> String {
    var text = begin(type)
    text += ",\"\(name)\":"
    value.write(to: &text)
    return text
  }
}
