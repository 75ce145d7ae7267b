/// Which data a run trains on: enough to tell them from any other.
public struct DataFacts: Sendable, Equatable {
  public enum Origin: String, Sendable {
    /// A person's own text.
    case file
    case builtIn = "built-in"
  }

  public var origin: Origin
  /// As it stands in a sentence: the file's name, or such as "the built-in names".
  public var name: String
  /// Of a text as it is read: every line end is one byte, and there is no byte order mark.
  public var bytes: Int
  /// SHA-256 of these bytes, in hexadecimal digits.
  public var digest: String

  public init(origin: Origin, name: String, bytes: Int, digest: String) {
    self.origin = origin
    self.name = name
    self.bytes = bytes
    self.digest = digest
  }

  /// Whether the data are the same, whatever they are called. A text of the same bytes as the
  /// built-in one is split otherwise into what training reads and what is kept back.
  public func isSame(as other: DataFacts) -> Bool {
    (origin, bytes, digest) == (other.origin, other.bytes, other.digest)
  }
}
