internal import JSONText
internal import Moves

extension Line {
  /// The line, without its end.
  /// - Parameter version: of the program, for the line that begins a run.
  /// - Parameter context: of the run that it is a line of.
  public func text(version: String, in context: WireContext?) -> String {
    var members = Self.members(event, version, context)
    if let time { members.append(("time", .real((time * 1000).rounded() / 1000))) }
    return JSON.members(members).description
  }

  private static func members(
    _ event: Event, _ version: String, _ context: WireContext?
  ) -> [(String, JSON)] {
    switch event {
    case .run(let line): LogRecord.run(line, version: version)
    case .learned(let facts): [type("learned"), ("facts", facts.json)]
    case .move(let report): [type("move")] + report.members(in: context)
    case .step(let summary): [type("step")] + summary.json.members
    case .evaluation(let report): [type("eval")] + report.json.members
    case .sample(let report): [type("sample")] + report.json.members
    case .check(let check): [type("check")] + check.json.members
    case .watch(let watched): [type("watch"), ("watched", watched.json)]
    case .view(let view): [type("view")] + view.json.members
    case .broke(let line): [type("break")] + line.json.members
    case .mended(let line): [type("mend")] + line.json.members
    case .signs(let line): [type("signs")] + line.json.members
    case .end(let why): [type("end"), ("words", .string(why))]
    case .unknown(let name): [type(name)]
    }
  }

  private static func type(_ name: String) -> (String, JSON) { ("type", .string(name)) }
}
