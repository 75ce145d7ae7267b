import Dispatch
import Platform
import Synchronization

/// Another thread. It looks for work a while after the last, then sleeps.
final class Helper: Sendable {
  struct Job {
    let work: (_ thread: Int) -> Void
  }

  /// Where the job is that was given last, and how many were.
  private let place = Atomic<UInt>(0)
  private let given = Atomic<Int>(0)
  private let done = Atomic<Int>(0)
  private let isAsleep = Atomic<Bool>(false)
  private let alarm = DispatchSemaphore(value: 0)

  private let thread: Int
  private let patience: Int

  /// - Parameters:
  ///   - thread: its number, which a job is told.
  ///   - hasCore: whether it has a core of its own, on which it may wait for about two milliseconds;
  ///     else it is in the way of whoever works.
  init(thread: Int, hasCore: Bool) {
    (self.thread, patience) = (thread, hasCore ? 400_000 : 200)
    let code = OwnThread.begin { self.serve() }
    precondition(code == 0, "no thread \(thread) (error \(code))")
  }

  /// Lets the thread do a job, which must stay where it is until `finish()` returns.
  func begin(_ job: UnsafePointer<Job>) { give(UInt(bitPattern: job)) }

  /// Waits until the job is done.
  func finish() {
    var looks = 0
    while done.load(ordering: .acquiring) != given.load(ordering: .relaxed) {
      looks += 1
      if looks > patience { sched_yield() }
    }
  }

  /// Ends the thread.
  func leave() { give(0) }

  private func give(_ bits: UInt) {
    place.store(bits, ordering: .relaxed)
    given.wrappingAdd(1, ordering: .sequentiallyConsistent)
    if isAsleep.exchange(false, ordering: .sequentiallyConsistent) { alarm.signal() }
  }

  private func serve() {
    var count = 0
    while true {
      wait(past: count)
      count += 1
      guard let job = UnsafePointer<Job>(bitPattern: place.load(ordering: .relaxed)) else { return }
      job.pointee.work(thread)
      done.store(count, ordering: .releasing)
    }
  }

  /// Until more than so many jobs were given.
  private func wait(past count: Int) {
    for _ in 0..<patience where given.load(ordering: .acquiring) > count { return }
    while given.load(ordering: .sequentiallyConsistent) == count {
      isAsleep.store(true, ordering: .sequentiallyConsistent)
      let hasCome = given.load(ordering: .sequentiallyConsistent) > count
      // Who took the sign down has sounded the alarm, or is about to.
      if hasCome, isAsleep.exchange(false, ordering: .sequentiallyConsistent) { return }
      alarm.wait()
    }
  }
}
