/// What of a log still holds when its run goes on from an earlier step: a run that was killed has
/// written steps that its last checkpoint does not know, and perhaps half a line.
struct LogRemainder {
  /// Bytes to keep, from the first one.
  private(set) var length = 0
  /// The last line that says what the run is.
  private(set) var run: [UInt8]?
  /// The one that held in the last step that is kept; nil where none is.
  private(set) var runOfStep: [UInt8]?
  /// The first and the last step it has, kept or not.
  private(set) var (firstStep, lastStep): (Int?, Int?)
  /// The loss of the step itself, as it stands there.
  private(set) var loss: String?

  /// - Throws: if these are not the lines of a log.
  init(_ descriptor: CInt, through step: Int) throws(FileError) {
    var lines = LogLines(descriptor)
    var line: [UInt8] = []
    while let size = try lines.next(beginningWith: mark, start: &line) {
      guard try take(line, through: step) else { return }
      length += size
    }
    // A run that was killed in its first line has written less.
    if run == nil, line.count >= LogLines.mostKept { throw .notALog }
  }

  private var mark: [UInt8] { run == nil ? Self.runStart : Self.lineStart }

  /// False where the line is after the step.
  private mutating func take(_ line: [UInt8], through step: Int) throws(FileError) -> Bool {
    if line.starts(with: Self.runStart) {
      guard line.count < LogLines.mostKept else { throw .notALog }
      run = line
      return true
    }
    guard run != nil else { throw .notALog }
    if let made = Self.number(in: line, after: Self.starts[0]) {
      (firstStep, lastStep) = (firstStep ?? made, made)
      if made == step { loss = Self.loss(in: line) }
      if made <= step { runOfStep = run }
    }
    return !Self.starts.contains { Self.number(in: line, after: $0) ?? 0 > step }
  }

  private static let lineStart = Array(#"{"type":""#.utf8)
  private static let runStart = Array(#"{"type":"run","#.utf8)
  private static let starts = ["step", "eval", "stop"].map {
    Array(#"{"type":"\#($0)","step":"#.utf8)
  }

  private static func number(in line: [UInt8], after start: [UInt8]) -> Int? {
    guard line.starts(with: start) else { return nil }
    let digits = line.dropFirst(start.count).prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// It comes next after the step's number.
  private static func loss(in line: [UInt8]) -> String? {
    let fields = String(decoding: line.prefix(200), as: UTF8.self).split(separator: ",")
    guard fields.count > 2, fields[2].hasPrefix(#""loss":"#) else { return nil }
    return String(fields[2].dropFirst(7))
  }
}
