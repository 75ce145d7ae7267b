/// What PyTorch puts before the name of every tensor of a model that it has wrapped.
public struct Wrapper: Sendable, Equatable {
  public let prefix: String

  /// The prefix of each kind of wrapper: also the name by which it holds the model.
  private static let known = [
    (prefix: "_orig_mod.", maker: "torch.compile"), (prefix: "module.", maker: "DataParallel"),
  ]

  /// Nil where some name has none of the prefixes that are known; one may stand before another.
  init?(aroundAllOf names: [String]) {
    guard let first = names.first else { return nil }
    var prefix = ""
    while let next = Self.known.first(where: { first.hasPrefix(prefix + $0.prefix) }) {
      prefix += next.prefix
    }
    guard !prefix.isEmpty, names.allSatisfy({ $0.hasPrefix(prefix) }) else { return nil }
    self.prefix = prefix
  }

  /// What was left out, who put it there, and how to save without it.
  public var words: String {
    let makers = Self.known.filter { prefix.contains($0.prefix) }.map(\.maker)
    return
      "every tensor's name begins with \(prefix), which \(makers.joined(separator: " and ")) "
      + "\(makers.count == 1 ? "puts" : "put") there; it is left out. "
      + "model.\(prefix)state_dict() saves without it"
  }
}
