import JSONText
public import Moves
import Platform
public import Wire

/// A run as JSON lines: what it is, then every step and evaluation, each written as it happens.
public final class RunLog {
  private let path: String
  private let descriptor: CInt
  /// Nil where it is a pipe or a device, which anybody may write.
  private let file: LockedFile?
  private let lastStep: Int?
  /// Lines that are written with the next: a step's with the step.
  private var held = ""
  /// Whether it was made here, and has nothing yet: then it leaves nothing.
  private var isEmpty = false

  /// - Parameter step: the step after which a run goes on in the log it began; nil for a new run.
  /// - Throws: if it cannot be written, or another run writes it.
  public init(_ path: String, goingOnAfter step: Int?) throws(StorageError) {
    (self.path, lastStep) = (path, step)
    let isThere = FileIdentity(path).map { $0.isThere } ?? false
    do { (descriptor, file) = try Self.opened(path) } catch { throw StorageError(path, error) }
    isEmpty = !isThere && file != nil
    do { try WholeFile.checkNotAwaited(at: path) } catch { throw StorageError(path, error) }
  }

  private static func opened(_ path: String) throws(FileError) -> (CInt, LockedFile?) {
    var facts = stat()
    let kind = stat(path.systemPath, &facts) == 0 ? facts.st_mode & S_IFMT : nil
    if kind == S_IFSOCK { throw .notAFile }
    if kind == S_IFDIR { throw .directory }
    if kind == S_IFIFO { return (try openedPipe(path), nil) }
    if kind != nil, facts.isWriteProtected { throw .writeProtected }
    if kind == nil || kind == S_IFREG {
      let file = try LockedFile.at(path, O_RDWR | O_CREAT | O_APPEND)
      return (file?.descriptor ?? -1, file)
    }
    let descriptor = open(path.systemPath, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotWrite(errno) }
    return (descriptor, nil)
  }

  /// A pipe takes a log only while somebody reads it: opening it for both would fill it unread.
  private static func openedPipe(_ path: String) throws(FileError) -> CInt {
    let descriptor = open(path.systemPath, O_WRONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadPipe }
    _ = fcntl(descriptor, F_SETFL, 0)
    return descriptor
  }

  deinit {
    // The run was left in the middle of a step.
    if !held.isEmpty { try? append("") }
    if isEmpty { _ = file?.remove(linkTarget(of: path)) }
    if file == nil { close(descriptor) }
  }

  /// Says what the run is, unless the log has just this already.
  /// - Parameters:
  ///   - before: what the checkpoint says of the run that goes on; nil if just what its facts do.
  ///   - isRecording: whether it says all that a screen needs.
  /// - Throws: if a run is to go on in the log of another.
  public func begin(
    _ line: RunLine, version: String, from before: RunDescription? = nil, isRecording: Bool = false
  ) throws(StorageError) {
    let facts = line.facts
    let now = LogRecord.run(facts, version: version, line.breakage)
    let more = isRecording ? LogRecord.more(line) : []
    guard let lastStep else { return try beginAnew(now.with(more)) }
    let then = LogRecord.run(
      before.map({ $0.facts(facts) }) ?? facts, version: version, line.breakage)
    let known: [UInt8]?
    do {
      known = try kept(then, after: lastStep, loss: before?.lastLoss)
    } catch {
      throw StorageError(path, error)
    }
    if now != known.flatMap(LogRecord.read).map(LogRecord.plain) {
      try append(LogRecord.resumed(now, from: then, after: lastStep).with(more))
    }
  }

  private func beginAnew(_ record: JSON) throws(StorageError) {
    if file != nil, ftruncate(descriptor, 0) != 0 {
      throw StorageError(path, FileError.cannotWrite(errno))
    }
    try append(record)
  }

  /// - Parameter batches: one a micro-batch; nil to leave them out.
  public func add(_ summary: StepSummary, batches: [Batch]?) throws(StorageError) {
    try append(LogRecord.step(summary, batches: batches) + "\n")
  }

  public func add(_ report: EvaluationReport) throws(StorageError) {
    try append(LogRecord.evaluation(report) + "\n")
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

  /// Lines of moves, each with its end, which are written with what follows.
  public func hold(lines: String) { held += lines }

  /// Of a step that was given up nothing follows.
  public func forgetHeld() { held = "" }

  /// Lines of a recording, each with its end.
  public func add(lines: String) throws(StorageError) { try append(lines) }

  private func append(_ record: JSON) throws(StorageError) { try append("\(record)\n") }

  private func append(_ text: String) throws(StorageError) {
    // Whoever reads a pipe may have stopped reading.
    let text = held + text
    held = ""
    let isWritten = withoutPipeSignal {
      writeAll(text.utf8, to: descriptor, endsAtSignal: true)
    }
    guard isWritten else {
      throw StorageError(path, errno == EPIPE ? FileError.leftPipe : .cannotWrite(errno))
    }
    isEmpty = false
  }

  /// Takes away what was written after the last step; returns what is left that says what the run
  /// is. A pipe keeps nothing.
  private func kept(
    _ then: JSON, after step: Int, loss: String?
  ) throws(FileError) -> [UInt8]? {
    guard file != nil else { return nil }
    let log = try LogRemainder(descriptor, through: step)
    let match = LogMatch(log: log, then: then, step: step, loss: loss)
    if let difference = match.difference { throw .otherLog(difference) }
    guard ftruncate(descriptor, off_t(log.length)) == 0 else { throw .cannotWrite(errno) }
    return log.run
  }
}
