public import Moves

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A run as JSON lines: what it is, then every step and evaluation, each written as it happens.
public final class RunLog {
  private let path: String
  private let descriptor: CInt
  /// What the log already says of the run.
  private let known: String?

  /// - Parameter step: the step after which a run goes on in the log it began; nil for a new run.
  public init(_ path: String, goingOnAfter step: Int?) throws(StorageError) {
    self.path = path
    do { descriptor = try Self.opened(path, step == nil ? O_TRUNC : O_APPEND) } catch {
      throw StorageError(path, error)
    }
    known = if let step { try Self.cut(descriptor, path, after: step) } else { nil }
  }

  /// A pipe takes a log only while somebody reads it: opening it for both would fill it unread.
  private static func opened(_ path: String, _ mode: CInt) throws(FileError) -> CInt {
    var facts = stat()
    let isThere = stat(path, &facts) == 0
    let isPipe = isThere && facts.st_mode & S_IFMT == S_IFIFO
    if isThere, !isPipe, facts.isWriteProtected { throw .writeProtected }
    let access = isPipe ? O_WRONLY | O_NONBLOCK : O_RDWR
    let descriptor = open(path, access | O_CREAT | O_CLOEXEC | mode, 0o666)
    guard descriptor >= 0 else { throw isPipe ? .unreadPipe : .cannotWrite(errno) }
    if isPipe { _ = fcntl(descriptor, F_SETFL, 0) }
    return descriptor
  }

  deinit { close(descriptor) }

  /// Says what the run is, unless the log has just this already.
  /// - Parameter breakage: the mistake in its loop, where there is one.
  public func begin(
    _ facts: RunFacts, version: String, breakage: Breakage? = nil
  ) throws(StorageError) {
    let record = LogRecord.run(facts, version: version, breakage)
    if record.description != known { try append(record) }
  }

  /// - Parameter batches: one a micro-batch; nil to leave them out.
  public func add(_ summary: StepSummary, batches: [Batch]?) throws(StorageError) {
    try append(LogRecord.step(summary, batches: batches))
  }

  public func add(_ report: EvaluationReport) throws(StorageError) {
    try append(LogRecord.evaluation(report))
  }

  /// Where the run stopped before its last step; `words` are for people.
  public func add(
    stop report: MoveReport, words: String, isTwin: Bool = false
  ) throws(StorageError) {
    try append(LogRecord.stop(report, words: words, isTwin: isTwin))
  }

  /// What a broken run's counters say after a step; `words` are for people.
  public func add(_ sign: Sign, words: String, step: Int) throws(StorageError) {
    try append(LogRecord.sign(sign, words: words, step: step))
  }

  /// What the curves of a broken run and its twin say after a step.
  public func add(
    _ verdict: Comparison.Verdict, words: String, step: Int
  ) throws(StorageError) {
    try append(LogRecord.verdict(verdict, words: words, step: step))
  }

  private func append(_ record: JSON) throws(StorageError) {
    // Whoever reads a pipe may have stopped reading.
    guard writeAll("\(record)\n".utf8, to: descriptor, endsAtSignal: true) else {
      throw StorageError(path, FileError.cannotWrite(errno))
    }
  }

  /// Takes away what was written after a step; what is left says what the run is.
  private static func cut(
    _ descriptor: CInt, _ path: String, after step: Int
  ) throws(StorageError) -> String? {
    let remainder: LogRemainder
    do throws(FileError) {
      let bytes = try fileBytes(path)
      guard let kept = LogRemainder(bytes, through: step) else { throw .notALog }
      remainder = kept
      guard ftruncate(descriptor, off_t(kept.length)) == 0 else { throw .cannotWrite(errno) }
    } catch {
      throw StorageError(path, error)
    }
    return remainder.run
  }
}
