internal import Moves
internal import Training
internal import Visualizer

extension Worker {
  /// The step in progress is completed first: both runs begin between two steps.
  func breakLoop(_ breakage: Breakage) {
    finishStep()
    guard good == nil, let broken = try? timeline.broken(by: breakage, memory: memory / 2)
    else { return }
    timeline.trainer.releaseMemory()
    good = timeline
    timeline = broken
    inbox.post(.broke(breakage, broken.trainer.facts))
  }

  func mend(_ mending: Mending) {
    guard let before = good else { return }
    if mending == .fromHere {
      finishStep()
      guard let mended = try? timeline.mended(like: before.trainer, memory: memory) else { return }
      timeline = mended
    } else {
      timeline = before
    }
    good = nil
    inbox.post(.mended(mending, timeline.trainer.facts))
  }

  /// What the broken run and its twin have come to, whenever a step is complete.
  func tellFindings() {
    guard let twin = timeline.twin, timeline.moment.moves == 0 || !timeline.isFinite else { return }
    inbox.post(.found(twin.findings))
  }

  private func finishStep() {
    while timeline.moment.moves > 0 { inbox.post(.moved(timeline.advance())) }
  }
}
