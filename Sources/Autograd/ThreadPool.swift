import Kernels
import Synchronization

/// One or two threads that share the large pieces of a pass. Each number is computed by one thread
/// in the one order there is, so both give the same bits.
final class ThreadPool {
  /// For each thread, room of its own.
  let workspaces: [Workspace]
  private let helper: Helper?
  /// The units of work that nobody has taken yet: the first of them, and in the upper half where
  /// they end.
  private let rest = Atomic<UInt64>(0)

  /// Less work than so many multiply-adds is done before a second thread has woken.
  private static let leastWork = 200_000

  init(threads: Int) {
    precondition(1...2 ~= threads, "\(threads) threads")
    workspaces = (0..<threads).map { _ in Workspace(wide: hasWideRegisters) }
    helper = threads == 2 ? Helper() : nil
  }

  deinit { helper?.leave() }

  var threads: Int { workspaces.count }

  /// Calls `body` for all of `0..<count`, part by part on both threads where the work is worth it. One
  /// takes parts from the front and one from the back: whoever is slowed down takes fewer, and each
  /// comes upon numbers that it worked on before.
  ///
  /// - Parameter unit: the parts meet at a multiple of it.
  func share(
    _ count: Int, unit: Int = 1, multiplyAdds: Int,
    _ body: (_ part: Range<Int>, _ thread: Int) -> Void
  ) {
    guard let helper, isWorthSharing(multiplyAdds), count > unit else {
      return body(0..<count, 0)
    }
    let units = (count + unit - 1) / unit
    rest.store(UInt64(units) << 32, ordering: .relaxed)
    func work(_ thread: Int) {
      while let part = takePart(thread) {
        body(part.lowerBound * unit..<min(part.upperBound * unit, count), thread)
      }
    }
    withoutActuallyEscaping(work) { work in
      let job = Helper.Job { work(1) }
      withUnsafePointer(to: job) {
        helper.begin($0)
        work(0)
        helper.finish()
      }
    }
  }

  /// Whether there are two threads, and so much to do that the second may wake for it.
  func isWorthSharing(_ multiplyAdds: Int) -> Bool {
    helper != nil && multiplyAdds >= Self.leastWork
  }

  /// A quarter of what nobody has taken yet, from this thread's end of it.
  private func takePart(_ thread: Int) -> Range<Int>? {
    var seen = rest.load(ordering: .relaxed)
    while true {
      let (front, back) = (Int(seen & 0xFFFF_FFFF), Int(seen >> 32))
      if front >= back { return nil }
      let size = max(1, (back - front) / 4)
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
