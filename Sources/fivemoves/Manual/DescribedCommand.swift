internal import JSONText

/// A command as the parser itself describes it.
struct DescribedCommand {
  let name: String
  let abstract: String
  let discussion: String
  let arguments: [DescribedArgument]

  init(_ json: JSON) {
    name = json["commandName"]?.string ?? ""
    abstract = json["abstract"]?.string ?? ""
    discussion = json["discussion"]?.string ?? ""
    arguments = json["arguments"]?.elements.map(DescribedArgument.init).filter(\.isShown) ?? []
  }

  var options: [DescribedArgument] { arguments.filter { !$0.names.isEmpty } }
}

/// An argument, an option or a flag.
struct DescribedArgument: Equatable {
  let names: [String]
  let valueName: String
  let isFlag: Bool
  let isShown: Bool
  let meaning: String

  init(_ json: JSON) {
    names =
      json["names"]?.elements.map {
        let name = $0["name"]?.string ?? ""
        return $0["kind"]?.string == "long" ? "--\(name)" : "-\(name)"
      } ?? []
    valueName = json["valueName"]?.string ?? ""
    isFlag = json["kind"]?.string == "flag"
    isShown = json["shouldDisplay"] != .bool(false)
    let words = json["abstract"]?.string ?? ""
    let standard = json["defaultValue"]?.string.map { " (default: \($0))" } ?? ""
    meaning = words.contains("(default: ") ? words : words + standard
  }

  /// Marked as `man` marks it.
  var term: String {
    guard !names.isEmpty else { return Roff.italic(valueName) }
    let value = isFlag ? "" : " \(Roff.italic(valueName))"
    return names.map(Roff.bold).joined(separator: ", ") + value
  }
}

extension JSON {
  /// Those of an array; none of what is none.
  var elements: [JSON] {
    if case .array(let values) = self { values } else { [] }
  }
}
