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

  /// - Parameter continuing: keeps what a run that is resumed has written before.
  public init(_ path: String, continuing: Bool) throws(StorageError) {
    self.path = path
    let mode = continuing ? O_APPEND : O_TRUNC
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | mode, 0o666)
    guard descriptor >= 0 else { throw StorageError(path, FileError.cannotWrite(errno)) }
    if continuing, endsInMiddleOfLine { try append("\n") }
  }

  deinit { close(descriptor) }

  public func begin(_ facts: RunFacts, version: String) throws(StorageError) {
    try append(LogRecord.run(facts, version: version))
  }

  /// - Parameter batches: one a micro-batch; nil to leave them out.
  public func add(_ summary: StepSummary, batches: [Batch]?) throws(StorageError) {
    try append(LogRecord.step(summary, batches: batches))
  }

  public func add(_ report: EvaluationReport) throws(StorageError) {
    try append(LogRecord.evaluation(report))
  }

  private func append(_ record: JSON) throws(StorageError) { try append("\(record)\n") }

  private func append(_ text: String) throws(StorageError) {
    guard writeAll(text.utf8, to: descriptor) else {
      throw StorageError(path, FileError.cannotWrite(errno))
    }
  }

  /// As one that was killed may have left it.
  private var endsInMiddleOfLine: Bool {
    let end = lseek(descriptor, 0, SEEK_END)
    var last: UInt8 = 0
    return end > 0 && pread(descriptor, &last, 1, end - 1) == 1 && last != UInt8(ascii: "\n")
  }
}
