import Autograd

extension Snapshot {
  /// A number for all of its bits but the seconds that moves took: equal snapshots have equal ones,
  /// within one process.
  public var fingerprint: Int {
    var hasher = Hasher()
    let numbers = [model.values, model.gradients, optimizer.m, optimizer.v, progress.losses]
    for list in numbers + [live?.values ?? []] { hasher.combine(bits: list) }
    hasher.combine(model.hasGradient)
    hasher.combine(optimizer.steps)
    hasher.combine([completedSteps, clippedSteps, progress.position])
    hasher.combine([evaluationIsDue, progress.isClipped])
    hasher.combine(progress.figures)
    for generator in [random.batches, random.sampling, live?.batches] {
      hasher.combine(generator?.state)
      hasher.combine(generator?.spareNormal?.bitPattern)
    }
    for dropout in [random.dropout, live?.dropout] {
      hasher.combine(dropout?.seed)
      hasher.combine(dropout?.draws)
    }
    hasher.combine([live != nil, live?.isOutdated, live?.isSpent])
    hasher.combine(keptOperations)
    hasher.combine(twin.map(\.fingerprint))
    return hasher.finalize()
  }
}

extension StepProgress {
  /// What it holds beside the losses, bit for bit.
  fileprivate var figures: [UInt64] {
    let clips = clipping.map { [$0.normBefore, $0.normAfter, $0.factor] } ?? []
    return ([gradNorm, updateNorm] + clips).map(\.bitPattern)
  }
}

extension Hasher {
  fileprivate mutating func combine(bits: [Float]) {
    combine(bits.count)
    bits.withUnsafeBytes { combine(bytes: $0) }
  }
}
