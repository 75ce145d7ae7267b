internal import Moves
internal import Training
internal import Visualizer

/// What may not be possible is tried; where it is not, the run goes on as it was.
extension Worker {
  /// Says in a line what kept `body` from its end.
  func attempt(_ body: () throws -> Void) {
    do {
      try body()
    } catch let error as MemoryRefusal {
      inbox.post(.refused(error.words))
    } catch {
      inbox.post(.refused("\(error)".capitalizedFirst))
    }
  }

  /// Gives back what the run in hand can make again, and looks whether so many runs more find room.
  /// - Throws: `MemoryRefusal`
  func checkRoom(
    from start: String, _ runs: Int, _ lesson: String, _ hyperparameters: Hyperparameters,
    _ text: OwnText?
  ) throws {
    timeline.trainer.releaseMemory()
    timeline.twin?.correct.releaseMemory()
    // Both of a broken run's snapshots share half of what the good run has.
    let use = MemoryCheck.Use.watched(memoryForGoingBack: memory / 4)
    do {
      try MemoryCheck(lesson: lesson, text: text, use: use, runs: runs, inKiosk: inKiosk)?
        .check(hyperparameters)
    } catch let error as MemoryError {
      throw MemoryRefusal(start: start, error: error)
    }
  }
}

/// The same as a memory error, in one line of a screen.
struct MemoryRefusal: Error {
  let start: String
  let error: MemoryError

  var words: String { error.line(from: start) }
}
