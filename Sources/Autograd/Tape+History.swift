/// One operation on the way to a tensor.
public struct HistoryEntry: Sendable, Equatable {
  /// The operation's name, such as "linear".
  public var operation: String
  /// The shape of what it made.
  public var shape: [Int]
  /// The names of the parameters it read.
  public var parameters: [String]
}

extension Tape {
  /// The operations that led to `tensor`, first to last; none if it was not recorded.
  public func history(of tensor: Tensor) -> [HistoryEntry] {
    guard let last = tensor.node, isCurrent(tensor) else { return [] }
    mark(from: last)
    return nodes[...last].filter(\.isWanted).map { node in
      var entry = HistoryEntry(
        operation: "\(node.operation)", shape: node.output?.shape ?? [], parameters: [])
      node.inputs.forEach { input in entry.parameters += input.name.map { [$0] } ?? [] }
      return entry
    }
  }
}
