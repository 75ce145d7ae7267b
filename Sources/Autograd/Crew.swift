import Kernels

/// One or two threads that share the large pieces of a pass. Each number is computed by one thread
/// in the one order there is, so both give the same bits.
final class Crew {
  /// For each thread, room of its own.
  let workspaces: [Workspace]
  private let helper: Helper?

  /// Less work than so many multiply-adds is done before a second thread has woken.
  private static let leastWork = 200_000

  init(threads: Int) {
    precondition(1...2 ~= threads, "\(threads) threads")
    workspaces = (0..<threads).map { _ in Workspace(wide: hasWideRegisters) }
    helper = threads == 2 ? Helper() : nil
  }

  deinit { helper?.leave() }

  var threads: Int { workspaces.count }

  /// Calls `body` for all of `0..<count`: for two parts at once, where the work is worth it.
  ///
  /// - Parameter unit: the parts meet at a multiple of it.
  func share(
    _ count: Int, unit: Int = 1, multiplyAdds: Int,
    _ body: (_ part: Range<Int>, _ thread: Int) -> Void
  ) {
    let half = (count / unit + 1) / 2 * unit
    guard let helper, multiplyAdds >= Self.leastWork, half < count else {
      return body(0..<count, 0)
    }
    withoutActuallyEscaping(body) { body in
      let job = Helper.Job { body(half..<count, 1) }
      withUnsafePointer(to: job) {
        helper.begin($0)
        body(0..<half, 0)
        helper.finish()
      }
    }
  }
}
