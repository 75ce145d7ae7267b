internal import Dispatch
internal import Platform
internal import Synchronization

/// The one thread that trains. The system's pool of threads would wake every second to look after itself.
final class TrainingThread: TaskExecutor {
  private let jobs = Mutex<[UnownedJob]>([])
  private let arrivals = DispatchSemaphore(value: 0)

  init() throws(StartError) {
    let code = OwnThread.begin { self.serve() }
    guard code == 0 else { throw .noThread(code) }
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    jobs.withLock { $0.append(job) }
    arrivals.signal()
  }

  /// Ends with the process.
  private func serve() {
    while true {
      arrivals.wait()
      let job = jobs.withLock { $0.removeFirst() }
      job.runSynchronously(on: asUnownedTaskExecutor())
    }
  }
}
