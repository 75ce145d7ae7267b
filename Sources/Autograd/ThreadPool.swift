import Kernels
import Platform
import Synchronization

/// Threads that share the large pieces of a pass. Each number is computed by one thread in the one
/// order there is, so any number of threads gives the same bits.
final class ThreadPool {
  /// For each thread, room of its own.
  let workspaces: [Workspace]
  /// All but the one that asks.
  private let helpers: [Helper]
  /// The units of work that nobody has taken yet: the first of them, and in the upper half where
  /// they end.
  private let rest = Atomic<UInt64>(0)

  /// Less work than so many multiply-adds is done before another thread has woken.
  private static let leastWork = 200_000

  init(threads: Int) {
    precondition(threads > 0, "\(threads) threads")
    workspaces = (0..<threads).map { _ in Workspace(wide: hasWideRegisters) }
    let hasCores = threads <= coreCount
    helpers = (1..<threads).map { Helper(thread: $0, hasCore: hasCores) }
  }

  deinit { for helper in helpers { helper.leave() } }

  var threads: Int { workspaces.count }

  /// Calls `body` for all of `0..<count`, part by part on as many threads as the work is worth. The
  /// first takes parts from the front, the others from the back: whoever is slowed down takes fewer,
  /// and two threads come upon numbers that they worked on before.
  ///
  /// - Parameter unit: the parts meet at a multiple of it.
  func share(
    _ count: Int, unit: Int = 1, multiplyAdds: Int,
    _ body: (_ part: Range<Int>, _ thread: Int) -> Void
  ) {
    guard isWorthSharing(multiplyAdds), count > unit else { return body(0..<count, 0) }
    let units = (count + unit - 1) / unit
    rest.store(UInt64(units) << 32, ordering: .relaxed)
    func work(_ thread: Int) {
      while let part = takePart(thread) {
        body(part.lowerBound * unit..<min(part.upperBound * unit, count), thread)
      }
    }
    let called = helpers.prefix(multiplyAdds / Self.leastWork)
    // Of this file's path the program would keep the length.
    #sourceLocation(file:"share",line:1)
    withoutActuallyEscaping(work) { work in
      withUnsafePointer(to: Helper.Job(work: work)) { job in
        for helper in called { helper.begin(job) }
        work(0)
        for helper in called { helper.finish() }
      }
    }
    #sourceLocation()
  }

  /// Whether there are more threads than one, and so much to do that another may wake for it.
  func isWorthSharing(_ multiplyAdds: Int) -> Bool {
    !helpers.isEmpty && multiplyAdds >= Self.leastWork
  }

  /// What is left of the work, shared by all and once more by two, from this thread's end of it.
  private func takePart(_ thread: Int) -> Range<Int>? {
    var seen = rest.load(ordering: .relaxed)
    while true {
      let (front, back) = (Int(seen & 0xFFFF_FFFF), Int(seen >> 32))
      if front >= back { return nil }
      let size = max(1, (back - front) / (2 * threads))
      let part = thread == 0 ? front..<front + size : back - size..<back
      let left = thread == 0 ? part.upperBound..<back : front..<part.lowerBound
      let wanted = UInt64(left.lowerBound) | UInt64(left.upperBound) << 32
      let (exchanged, now) = rest.compareExchange(
        expected: seen, desired: wanted, ordering: .relaxed)
      if exchanged { return part }
      seen = now
    }
  }
}
