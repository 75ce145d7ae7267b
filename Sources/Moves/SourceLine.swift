/// A line of a person's own script.
public struct SourceLine: Sendable, Hashable {
  /// The file's name without its folders.
  public var file: String
  /// Counted from 1.
  public var line: Int
  public var text: String

  public init(file: String, line: Int, text: String) {
    (self.file, self.line, self.text) = (file, line, text)
  }
}
