extension Tape {
  /// How many operations are alive: recorded, or kept from passes before.
  public var liveNodeCount: Int { missing + kept.count + nodes.count }

  /// How many of them are kept.
  public var keptNodeCount: Int { missing + kept.count + nodes.count { $0.isKept } }

  /// Begins anew while someone holds on to `loss`: the operations that led to it stay alive, as in
  /// PyTorch, where a tensor holds its graph. Their numbers stay in use too, unless a backward has
  /// been through them and freed what it had kept.
  public func reset(keeping loss: Tensor) {
    guard markKept(loss) else { return forgetPass() }
    if nodes.contains(where: { $0.isKept && !$0.isUsed }) {
      keptNumbers = arena.used
      return
    }
    kept += nodes.lazy.filter(\.isKept)
    forgetPass()
  }

  /// Begins anew as if the operations that led to `loss` were kept: they are only counted.
  public func reset(counting loss: Tensor) {
    if markKept(loss) { missing += nodes.count { $0.isKept } }
    forgetPass()
  }

  /// Begins anew with only the first `count` of the kept operations alive. What is no longer there
  /// of them is only counted.
  public func reset(toKept count: Int) {
    kept.removeLast(min(max(missing + kept.count - count, 0), kept.count))
    missing = count - kept.count
    forgetPass()
  }

  /// Whether there are operations that led to `loss`; they are marked.
  private func markKept(_ loss: Tensor) -> Bool {
    guard let last = loss.node, isCurrent(loss) else { return false }
    mark(from: last)
    for i in nodes.indices where nodes[i].isWanted { nodes[i].isKept = true }
    return true
  }
}
