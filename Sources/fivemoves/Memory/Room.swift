internal import Training

/// Whether more runs find room beside the one on the screen.
struct Room {
  let memoryForGoingBack: Int
  let inKiosk: Bool

  /// - Throws: in one line of a screen, how much they need and the way out.
  func check(_ need: RoomNeed) throws {
    // Both of a broken run's snapshots share half of what the good run has.
    let use = MemoryCheck.Use.watched(memoryForGoingBack: memoryForGoingBack / 4)
    do {
      try MemoryCheck(
        lesson: need.lesson, text: need.text, use: use, runs: need.runs,
        breakage: need.breakage, inKiosk: inKiosk)?
        .check(need.hyperparameters)
    } catch let error as MemoryError {
      throw Refusal(description: error.line(from: need.words))
    }
  }

  private struct Refusal: Error, CustomStringConvertible {
    let description: String
  }
}
