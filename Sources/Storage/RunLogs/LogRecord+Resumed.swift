import JSONText
import Moves
import Wire

/// What a log says of a run that goes on, and how one such record differs from another.
extension LogRecord {
  /// - Parameter then: what the run was before it went on; only what differs is written.
  static func resumed(_ now: JSON, from then: JSON, after step: Int) -> JSON {
    guard case .object(let members) = now, case .object(let former) = then else { return now }
    let changed = former.filter { now[$0.name] != $0.value }
    let more = [
      JSON.Member(name: resumedName, value: .whole(step)),
      JSON.Member(name: beforeName, value: .object(changed)),
    ]
    return .object(members + more)
  }

  static func read(_ line: [UInt8]) -> JSON? { try? JSONReader.read(line[...]) }

  /// The step after which the run of a record went on.
  static func resumedStep(_ record: JSON) -> Int? { record[resumedName]?.count }

  /// The record without what it says of going on.
  static func plain(_ record: JSON) -> JSON {
    guard case .object(let members) = record else { return record }
    let more = [resumedName, beforeName] + moreNames
    return .object(members.filter { !more.contains($0.name) })
  }

  /// What the run was before it went on after this step; nil if it did not.
  static func before(_ record: JSON, after step: Int) -> JSON? {
    guard resumedStep(record) == step, case .object(let members) = plain(record),
      let before = record[beforeName]
    else { return nil }
    return .object(members.map { JSON.Member(name: $0.name, value: before[$0.name] ?? $0.value) })
  }

  /// The first of these fields in which a log's record is not the run's; an older one may say less.
  static func difference(_ record: JSON, _ run: JSON, of names: [String]) -> String? {
    for name in names {
      guard let value = record[name], !isSame(value, run[name], name) else { continue }
      let other = run[name].map { "not \(words($0))" } ?? "and this run has none"
      let verb = plurals.contains(name) ? "are" : "is"
      return "its \(name) \(verb) \(words(value)), \(other)"
    }
    return nil
  }

  private static let plurals: Set = [
    "steps", "micro_batches", "eval_batches", "layers", "heads", "data", "shapes",
  ]

  /// Data may be called otherwise, and an older checkpoint does not say what it was trained on.
  private static func isSame(_ value: JSON, _ other: JSON?, _ name: String) -> Bool {
    guard name == "data" else { return value == other }
    return other.map { other in
      ["origin", "bytes", "sha256"].allSatisfy { value[$0] == other[$0] }
    } ?? true
  }

  private static func words(_ value: JSON) -> String {
    guard let digest = value["sha256"]?.string else {
      return value.string.map { $0.count > 60 ? quoted($0) : $0 } ?? short(value.description)
    }
    let name = value["name"]?.string.map { "\(quoted($0)), " } ?? ""
    return "\(name)SHA-256 \(digest.prefix(12))..."
  }

  private static func short(_ text: String) -> String { text.count > 60 ? quoted(text) : text }

  private static let (resumedName, beforeName) = ("resumed_after", "before")
}
