extension String {
  /// A file's path or name as every sentence has it: in quotes where a shell would want them, and
  /// with stand-ins for what would steer a terminal.
  public var asFile: String {
    if !isEmpty, allSatisfy(\.isPlainInShell) { return self }
    let parts = tameLine.split(separator: "'", omittingEmptySubsequences: false)
    return "'\(parts.joined(separator: #"'\''"#))'"
  }
}

extension Character {
  /// Whether a shell takes it as it is, wherever in a word it stands.
  fileprivate var isPlainInShell: Bool {
    if isASCII { return isLetter || isNumber || "/._-+,:=@%".contains(self) }
    return unicodeScalars.allSatisfy { scalar in
      let isBlank = scalar.properties.isWhitespace
      return !isBlank && scalar.tame == scalar && scalar.properties.generalCategory != .format
    }
  }
}
