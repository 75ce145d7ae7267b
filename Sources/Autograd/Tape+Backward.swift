extension Tape {
  /// Adds d loss / d p to the gradient of every parameter p that `loss` was made from.
  /// - Throws: before anything has changed, if there is no way back from `loss`.
  public func backward(_ loss: Tensor) throws(BackwardError) {
    guard loss.count == 1 else { throw .notScalar }
    guard let last = loss.node, isCurrent(loss) else { throw .notRecorded }
    mark(from: last)
    for i in 0...last where nodes[i].isWanted && nodes[i].isUsed { throw .alreadyUsed }
    loss.collect { slope, adding in slope[0] = adding ? slope[0] + 1 : 1 }
    for i in (0...last).reversed() where nodes[i].isWanted { run(nodes[i]) }
  }

  /// Marks as wanted the nodes that led to node `last`, and no others.
  func mark(from last: Int) {
    for i in nodes.indices { nodes[i].isWanted = i == last }
    for i in (0...last).reversed() where nodes[i].isWanted {
      nodes[i].inputs.forEach { input in
        if let maker = input.node { nodes[maker].isWanted = true }
      }
    }
  }

  private func run(_ node: Node) {
    node.isUsed = true
    guard let output = node.output, let slope = output.gradient?.baseAddress else { return }
    node.back(node, self, slope)
    output.dropGradient()
  }
}
