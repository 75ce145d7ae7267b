internal import ArgumentParser

/// The options of a command, as its help has them.
struct KnownOptions {
  private var names: Set<String> = []
  private var takesValue: Set<String> = []

  init(of command: any ParsableCommand.Type) {
    for line in command.helpMessage(includeHidden: true, columns: 200).split(separator: "\n") {
      let words = line.split(separator: " ")
      for (place, word) in words.enumerated() where word.hasPrefix("-") {
        let name = word.prefix { $0 != "," && $0 != "/" }
        guard words[..<place].allSatisfy({ $0.hasPrefix("-") }) else { break }
        names.insert(String(name))
        if place + 1 < words.count, words[place + 1].hasPrefix("<") {
          takesValue.insert(String(name))
        }
      }
    }
  }

  /// The first that the command does not have. The parser may complain of its value first, as of a
  /// lesson that there is not.
  func firstUnknown(in words: [String]) -> String? {
    var rest = words[...]
    while let word = rest.popFirst(), word != "--" {
      guard word.hasPrefix("--") else { continue }
      let name = String(word.prefix { $0 != "=" })
      guard names.contains(name) else { return name }
      if takesValue.contains(name), name == word { _ = rest.popFirst() }
    }
    return nil
  }

  func nearest(to option: String) -> String? {
    Nearest.to(option, among: names.filter { $0.hasPrefix("--") }.sorted())
  }
}
