/// What a move came to, for those who ask for one kind; nil for any other.
extension MoveReport {
  public var forward: ForwardReport? {
    if case .forward(let report) = outcome { report } else { nil }
  }

  public var backward: BackwardReport? {
    if case .backward(let report) = outcome { report } else { nil }
  }

  public var clip: ClipReport? {
    if case .clip(let report) = outcome { report } else { nil }
  }

  public var update: UpdateReport? {
    if case .step(let report) = outcome { report } else { nil }
  }
}
