internal import Dispatch
internal import Platform
internal import Synchronization

/// The one thread that trains. The system's pool of threads would wake every second to look after itself.
final class TrainingThread: TaskExecutor {
  private let jobs = Mutex<[UnownedJob]>([])
  private let arrivals = DispatchSemaphore(value: 0)

  init() throws(StartError) {
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    let context = Unmanaged.passRetained(self).toOpaque()
    let code = pthread_create(&thread, nil, { TrainingThread.begin($0) }, context)
    guard code == 0 else { throw .noThread(code) }
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    jobs.withLock { $0.append(job) }
    arrivals.signal()
  }

  /// Ends with the process.
  private static func begin(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    let thread = Unmanaged<TrainingThread>.fromOpaque(context).takeRetainedValue()
    while true {
      thread.arrivals.wait()
      let job = thread.jobs.withLock { $0.removeFirst() }
      job.runSynchronously(on: thread.asUnownedTaskExecutor())
    }
  }
}
