internal import ArgumentParser
internal import Moves

/// Everything the person set: each hyperparameter's option is made from its row.
struct SettingOptions: ParsableArguments, CustomReflectable {
  private(set) var list: [Setting] = []

  init() {}

  init(from decoder: any Decoder) throws {
    let given = try decoder.container(keyedBy: Name.self)
    for row in Self.rows {
      let name = Name(stringValue: row.name)
      let value = try given.decode(Option<String?>.self, forKey: name).wrappedValue
      if let value { list.append(Setting(row: row, value: value)) }
    }
  }

  subscript(option: String) -> Setting? { list.first { $0.row.option == option } }

  var options: Set<String> { Set(list.map(\.row.option)) }

  private static let rows = Hyperparameter.all.filter { $0.help != nil }

  /// The parser asks here for the options that it knows.
  var customMirror: Mirror {
    Mirror(self, children: Self.rows.map { (label: $0.name, value: Self.option($0)) })
  }

  private static func option(_ row: Hyperparameter) -> Option<String?> {
    let kind = row.kind
    return Option(
      name: .customLong(String(row.option.dropFirst(2))), parsing: .unconditional,
      help: ArgumentHelp(row.help ?? "", valueName: String(row.option.dropFirst(2))),
      completion: completion(kind), transform: { try Typed.text($0, as: kind) })
  }

  private static func completion(_ kind: Hyperparameter.Kind) -> CompletionKind? {
    if case .word(let known) = kind { .list(known) } else { nil }
  }

  private struct Name: CodingKey {
    let stringValue: String
    let intValue: Int? = nil

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}

extension SettingOptions {
  /// What they change in a run that goes on, but for those that another line tells of; nil where
  /// that is nothing.
  func remark(goingOnFrom before: Hyperparameters, butFor told: Hyperparameter.Traits) -> String? {
    let changed = list.filter {
      $0.row.traits.isDisjoint(with: told) && $0.row.text(before) != $0.value
    }
    guard !changed.isEmpty else { return nil }
    let words = changed.map {
      let (now, then) = ($0.row.shown($0.value), $0.row.shown($0.row.text(before)))
      return "\($0.row.option) is now \(now), not \(then)"
    }
    return "settings: \(words.joinedClauses)."
  }
}
